import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { err, ok, type Result } from '../core/result.ts';
import { productHalfUp } from '../core/exact.ts';
import { useOf, weakestStatus, type ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { actingUpLines } from './acting-up.ts';
import type { Band } from './bands.ts';
import { coverRateOn, type CoverRate, type DatedRate, type RateLine } from './cover-rate.ts';
import { hourlyOf, shareOf, type CostBasis } from './employer-cost.ts';
import { overtimeHourOn } from './enhanced-hours.ts';
import { paidAboveHourOn, paidAboveYearOn, plainTerms, type HourTerms } from './hour-terms.ts';
import { onCostLines } from './on-cost-lines.ts';
import { payPointOf, topOfBand } from './pay-point.ts';
import { postCostOn } from './post-cost.ts';
import { ratesOfYear } from './rates-of-year.ts';
import type { BoughtRung } from './rungs.ts';
import { salaryOn } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** Whom an agency sends, as far as VAT tells them apart. */
export type AgencyStaff = 'doctor' | 'nurse' | 'other';

/** Whose hour a rung buys: the band of cover, and what the rungs need besides. */
export type RungOf = {
  readonly band: Band;
  readonly agencyStaff: AgencyStaff;
  /** Bands acted up through, highest first. */
  readonly actingUp: readonly Band[];
  /** ESR pay scale of the doctors whose activities are bought; `null` is not said. */
  readonly medicalGrade: string | null;
  /** Share of a new post that is away itself, in basis points. */
  readonly ownUnavailabilityBp: number;
  /** Where and when the hours are worked; left out, in no high cost area and by day. */
  readonly terms?: HourTerms | undefined;
};

function rateOf(lines: readonly RateLine[]): CoverRate {
  return { pence: sumOf(lines), status: weakestStatus(lines.flatMap(({ uses }) => uses)), lines };
}

function basicLine(payScale: string | null, band: Band, date: PlainDate, set: ParameterSet): RateLine {
  const point = payScale === null ? topOfBand(band) : payPointOf(payScale, null);
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  return {
    label:
      payScale === null
        ? `Pay, top of Band ${band}`
        : `Pay, top of the scale of a ${point.grade.toLowerCase()}`,
    pence: hourlyOf(salary.pence, hours.x100),
    uses: [...salary.uses, hours.use],
  };
}

/** Pay at the top of the band with what the terms add to it. */
function paidLines({ band, terms = plainTerms }: RungOf, date: PlainDate, set: ParameterSet): RateLine[] {
  return [basicLine(null, band, date, set), ...paidAboveHourOn(band, terms, date, set)];
}

function sumOf(lines: readonly RateLine[]): number {
  return lines.reduce((sum, { pence }) => sum + pence, 0);
}

/**
 * Overtime takes the place of plain pay and of unsocial hours, and is not pensionable; the high cost area supplement is
 * no basic pay for it (handbook, 4.2) and is paid up to full time only. Bands 8 and 9 are paid none.
 */
function overtimeRate(band: Band, date: PlainDate, basis: CostBasis, set: ParameterSet): Result<CoverRate> {
  const hour = overtimeHourOn(band, false, date, set);
  if (hour === null) return err('bad-input', `Band ${band} is paid no overtime.`);
  const pay = { label: `Overtime, top of Band ${band}`, pence: hour.pence, uses: hour.uses };
  return ok(rateOf([pay, ...onCostLines(pay.pence, { pensionable: false }, date, basis, set)]));
}

const vatCodes: Readonly<Record<AgencyStaff, string>> = {
  doctor: 'VAT_AGENCY_LOCUM_DOCTOR',
  nurse: 'VAT_AGENCY_NURSE',
  other: 'VAT_AGENCY_AHP_OTHER',
};

/**
 * The price cap over basic pay covers on-costs, holiday pay and the agency's fee; VAT by staff group comes on top. The
 * caps are published by high cost area and kind of hour too: the share is that of the hour as our own staff are paid it.
 */
function agencyRate(of: RungOf, date: PlainDate, set: ParameterSet): CoverRate {
  const paid = paidLines(of, date, set);
  const cap = valueOn(set, 'AGENCY_PRICE_CAP_ABOVE_BASIC', date);
  const above = {
    label: 'Up to the agency price cap',
    pence: shareOf(sumOf(paid), cap.value),
    uses: [useOf(cap)],
  };
  const vat = valueOn(set, vatCodes[of.agencyStaff], date);
  const net = sumOf(paid) + above.pence;
  return rateOf([...paid, above, { label: 'VAT', pence: shareOf(net, vat.value), uses: [useOf(vat)] }]);
}

/** A new post uses the National Insurance threshold once and is paid also for the hours it is away itself. */
function postRate(of: RungOf, date: PlainDate, basis: CostBasis, set: ParameterSet): Result<CoverRate> {
  const present = 10_000 - of.ownUnavailabilityBp;
  if (present <= 0) return err('bad-input', 'A post that is always away covers nothing.');
  const { band, terms = plainTerms } = of;
  const post = postCostOn(topOfBand(band), date, basis, set);
  const own = postCostOn(topOfBand(band), date, basis, set, { band, terms });
  const paid = own.hourlyEmployerCostPence;
  const names = paidAboveYearOn(band, terms, date, set).map(({ label }) => label);
  const above = {
    label: `Paid above basic, with employer costs: ${names.join('; ')}`,
    pence: paid - post.hourlyEmployerCostPence,
    uses: own.uses,
  };
  return ok(
    rateOf([
      {
        label: `A post at the top of Band ${band}, per contracted hour`,
        pence: post.hourlyEmployerCostPence,
        uses: post.uses,
      },
      ...(names.length === 0 ? [] : [above]),
      {
        label: 'Its own leave, sickness and training',
        pence: productHalfUp([paid, 10_000], present) - paid,
        uses: [],
      },
    ]),
  );
}

/**
 * What an hour of one rung costs on a day, with the rows it rests on; the lines add up to it exactly. What the terms add
 * to basic pay (a high cost area, unsocial hours) is in every rung paid by Agenda for Change but overtime. An extra shift of somebody already employed bears full National
 * Insurance; extra hours up to full time are pensionable, overtime and extra programmed activities are not.
 *
 * Refused with `bad-input` where the rung does not exist: overtime in Bands 8 and 9, acting up without a chain, a
 * programmed activity without a grade.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day. A rate that is not known is never zero.
 */
export function rungRateOn(
  rung: BoughtRung,
  of: RungOf,
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
): Result<CoverRate> {
  switch (rung) {
    case 'planned-bank':
    case 'late-bank':
      return ok(coverRateOn(of.band, date, basis, set, of.terms));
    case 'extra-hours': {
      const paid = paidLines(of, date, set);
      return ok(rateOf([...paid, ...onCostLines(sumOf(paid), { pensionable: true }, date, basis, set)]));
    }
    case 'overtime':
      return overtimeRate(of.band, date, basis, set);
    case 'agency':
      return ok(agencyRate(of, date, set));
    case 'fixed-term':
      return postRate(of, date, basis, set);
    case 'acting-up':
      if (of.actingUp.length < 2) return err('bad-input', 'Say which bands act up, from the highest down.');
      return ok(rateOf(actingUpLines(of.actingUp, date, basis, set, of.terms)));
    case 'programmed-activities': {
      if (of.medicalGrade === null)
        return err('bad-input', 'Say which grade works the programmed activities.');
      const pay = basicLine(of.medicalGrade, of.band, date, set);
      return ok(rateOf([pay, ...onCostLines(pay.pence, { pensionable: false }, date, basis, set)]));
    }
  }
}

/**
 * The rates of a rung in a financial year by dated stretch, as `coverRatesOfYear`.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day; 'bad-input' where the rung does not exist.
 */
export function rungRatesOfYear(
  rung: BoughtRung,
  of: RungOf,
  year: FinancialYear,
  basis: CostBasis,
  set: ParameterSet,
): DatedRate[] {
  return ratesOfYear(year, set, (day) => {
    const rate = rungRateOn(rung, of, day, basis, set);
    if (!rate.ok) throw new ModelError('bad-input', rate.error.message, '/policy/rungs');
    return rate.value;
  });
}
