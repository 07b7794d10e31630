import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { err, ok, type Result } from '../core/result.ts';
import { productHalfUp } from '../core/exact.ts';
import { useOf, weakestStatus, type ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { actingUpLines } from './acting-up.ts';
import type { Band } from './bands.ts';
import { coverRateOn, type CoverRate, type RateLine } from './cover-rate.ts';
import { hourlyOf, shareOf, type CostBasis } from './employer-cost.ts';
import { overtimeHourOn } from './enhanced-hours.ts';
import { onCostLines } from './on-cost-lines.ts';
import { payPointOf, topOfBand } from './pay-point.ts';
import { postCostOn } from './post-cost.ts';
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
};

function rateOf(lines: readonly RateLine[]): CoverRate {
  const pence = lines.reduce((sum, line) => sum + line.pence, 0);
  return { pence, status: weakestStatus(lines.flatMap(({ uses }) => uses)), lines };
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

/** Overtime takes the place of plain pay and is not pensionable; Bands 8 and 9 are paid none. */
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

/** The price cap over basic pay covers on-costs, holiday pay and the agency's fee; VAT by staff group comes on top. */
function agencyRate(of: RungOf, date: PlainDate, set: ParameterSet): CoverRate {
  const pay = basicLine(null, of.band, date, set);
  const cap = valueOn(set, 'AGENCY_PRICE_CAP_ABOVE_BASIC', date);
  const above = {
    label: 'Up to the agency price cap',
    pence: shareOf(pay.pence, cap.value),
    uses: [useOf(cap)],
  };
  const vat = valueOn(set, vatCodes[of.agencyStaff], date);
  const net = pay.pence + above.pence;
  return rateOf([pay, above, { label: 'VAT', pence: shareOf(net, vat.value), uses: [useOf(vat)] }]);
}

/** A new post uses the National Insurance threshold once and is paid also for the hours it is away itself. */
function postRate(of: RungOf, date: PlainDate, basis: CostBasis, set: ParameterSet): Result<CoverRate> {
  const present = 10_000 - of.ownUnavailabilityBp;
  if (present <= 0) return err('bad-input', 'A post that is always away covers nothing.');
  const post = postCostOn(topOfBand(of.band), date, basis, set);
  const paid = post.hourlyEmployerCostPence;
  return ok(
    rateOf([
      { label: `A post at the top of Band ${of.band}, per contracted hour`, pence: paid, uses: post.uses },
      {
        label: 'Its own leave, sickness and training',
        pence: productHalfUp([paid, 10_000], present) - paid,
        uses: [],
      },
    ]),
  );
}

/**
 * What an hour of one rung costs on a day, with the rows it rests on; the lines add up to it exactly. The day rate: no
 * unsocial hours, no high cost area supplement. An extra shift of somebody already employed bears full National
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
      return ok(coverRateOn(of.band, date, basis, set));
    case 'extra-hours': {
      const pay = basicLine(null, of.band, date, set);
      return ok(rateOf([pay, ...onCostLines(pay.pence, { pensionable: true }, date, basis, set)]));
    }
    case 'overtime':
      return overtimeRate(of.band, date, basis, set);
    case 'agency':
      return ok(agencyRate(of, date, set));
    case 'fixed-term':
      return postRate(of, date, basis, set);
    case 'acting-up':
      if (of.actingUp.length < 2) return err('bad-input', 'Say which bands act up, from the highest down.');
      return ok(rateOf(actingUpLines(of.actingUp, date, basis, set)));
    case 'programmed-activities': {
      if (of.medicalGrade === null)
        return err('bad-input', 'Say which grade works the programmed activities.');
      const pay = basicLine(of.medicalGrade, of.band, date, set);
      return ok(rateOf([pay, ...onCostLines(pay.pence, { pensionable: false }, date, basis, set)]));
    }
  }
}

/** The rate of a rung in a financial year: at the values in force on 30 April, as `coverRatesByFinancialYear`. */
export function rungRateOfYear(
  rung: BoughtRung,
  of: RungOf,
  year: FinancialYear,
  basis: CostBasis,
  set: ParameterSet,
): Result<CoverRate> {
  return rungRateOn(rung, of, addDays(firstDayOfFinancialYear(year), 29), basis, set);
}
