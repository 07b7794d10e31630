import type { PlainDate } from '../calendar/plain-date.ts';
import { halfUp } from '../core/rounding.ts';
import { useOf, type KnownParameter, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { Band } from './bands.ts';
import { hourlyOf } from './employer-cost.ts';
import { hourKinds, unsocialCode, type HourKind } from './enhanced-hours.ts';
import { highCostAreaCodes, highCostAreaSupplementOn, type HighCostArea } from './high-cost-area.ts';
import { topOfBand, type PayPoint } from './pay-point.ts';
import { salaryOn } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** Share of hours by what they are paid at, in basis points that add up to 10000. */
export type HoursByKind = Readonly<Record<HourKind, number>>;

/** Where hours of cover are worked and when: what Agenda for Change pays above basic pay. */
export type HourTerms = {
  /** `null`: no high cost area. */
  readonly area: HighCostArea | null;
  readonly hours: HoursByKind;
};

export const plainHours: HoursByKind = { plain: 10_000, 'saturday-or-night': 0, 'sunday-or-bank-holiday': 0 };

/** No supplement, and every hour on a weekday by day. */
export const plainTerms: HourTerms = { area: null, hours: plainHours };

/** An amount paid above basic pay, in pence, with the rows it comes from. */
export type PaidAbove = {
  readonly label: string;
  readonly pence: number;
  readonly uses: readonly ParameterUse[];
};

const areaNames: Readonly<Record<HighCostArea, string>> = {
  inner: 'inner London',
  outer: 'outer London',
  fringe: 'the fringe of London',
};

type Enhanced = { readonly bp: number; readonly share: KnownParameter };

type On = { readonly date: PlainDate; readonly set: ParameterSet };

/** What is divided by a whole share of a whole share. */
const wholeShares = 100_000_000n;

const unsocialKinds = hourKinds.filter((kind) => kind !== 'plain');

/** The kinds of hour that are worked and paid more than plain time, each with what its band is paid on top. */
function enhancedOn(band: Band, { hours }: HourTerms, date: PlainDate, set: ParameterSet): Enhanced[] {
  const worked = unsocialKinds.filter((kind) => hours[kind] > 0);
  return worked.map((kind) => ({ bp: hours[kind], share: valueOn(set, unsocialCode(band, kind), date) }));
}

/** "Unsocial hours: 30% of the hours at 30% more, 10% at 60% more". */
function unsocialLabel(enhanced: readonly Enhanced[]): string {
  const said = enhanced.map(
    ({ bp, share }, at) => `${bp / 100}% ${at === 0 ? 'of the hours ' : ''}at ${share.value / 100}% more`,
  );
  return `Unsocial hours: ${said.join(', ')}`;
}

/** Basic pay × shares of hours × what each is paid on top, exact, over `wholeShares`. */
function weightedOf(basicPence: number, enhanced: readonly Enhanced[]): bigint {
  const shares = enhanced.reduce((sum, { bp, share }) => sum + BigInt(bp) * BigInt(share.value), 0n);
  return BigInt(basicPence) * shares;
}

/** Rounded once on the sum: never below the least of the kinds worked, nor above the largest. */
function unsocialOf(basicPence: number, band: Band, terms: HourTerms, { date, set }: On): PaidAbove[] {
  const enhanced = enhancedOn(band, terms, date, set);
  if (enhanced.length === 0) return [];
  const pence = halfUp(weightedOf(basicPence, enhanced), wholeShares);
  return [{ label: unsocialLabel(enhanced), pence, uses: enhanced.map(({ share }) => useOf(share)) }];
}

/**
 * What the unsocial hours of one band and basic hour are paid more than those of another, in pence, rounded once and
 * not below nothing; `null` on plain time.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function unsocialDifferenceOn(
  acting: { readonly band: Band; readonly basicPence: number },
  own: { readonly band: Band; readonly basicPence: number },
  terms: HourTerms,
  { date, set }: On,
): Omit<PaidAbove, 'label'> | null {
  const [higher, lower] = [acting, own].map(({ band }) => enhancedOn(band, terms, date, set));
  if (higher === undefined || lower === undefined || higher.length === 0) return null;
  const more = weightedOf(acting.basicPence, higher) - weightedOf(own.basicPence, lower);
  return {
    pence: more < 0n ? 0 : halfUp(more, wholeShares),
    uses: [...higher, ...lower].map(({ share }) => useOf(share)),
  };
}

function supplementOf(salaryPence: number, { area }: HourTerms, { date, set }: On): PaidAbove[] {
  if (area === null) return [];
  const post = { fullTimeSalaryPence: salaryPence, fteE5: 100_000 };
  const { pence, uses } = highCostAreaSupplementOn(area, post, date, set);
  return [{ label: `High cost area supplement, ${areaNames[area]}`, pence, uses }];
}

/**
 * What a full-time post at the top of a band is paid a year above basic pay: the high cost area supplement and the
 * unsocial-hours enhancements, each a share of basic pay and never of the other (handbook, 4.2). Nothing on plain terms.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function paidAboveYearOn(
  band: Band,
  terms: HourTerms,
  date: PlainDate,
  set: ParameterSet,
): PaidAbove[] {
  const { pence } = salaryOn(topOfBand(band), date, set);
  return [...supplementOf(pence, terms, { date, set }), ...unsocialOf(pence, band, terms, { date, set })];
}

/**
 * The same for one hour, in pence: the full-time supplement with its least and most per contracted hour, and the
 * enhancement on the basic hour; each rounded once, half up.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function paidAboveHourOn(
  band: Band,
  terms: HourTerms,
  date: PlainDate,
  set: ParameterSet,
): PaidAbove[] {
  if (isPlain(terms)) return [];
  const point = topOfBand(band);
  const basicPence = hourlyOf(salaryOn(point, date, set).pence, weeklyHoursOn(point, date, set).x100);
  return [
    ...supplementHourOn(point, terms, date, set),
    ...unsocialOf(basicPence, band, terms, { date, set }),
  ];
}

/** The supplement of an hour at a pay point; nothing outside the high cost areas. */
export function supplementHourOn(
  point: PayPoint,
  terms: HourTerms,
  date: PlainDate,
  set: ParameterSet,
): PaidAbove[] {
  const { x100, use } = weeklyHoursOn(point, date, set);
  const yearly = supplementOf(salaryOn(point, date, set).pence, terms, { date, set });
  return yearly.map(({ label, pence, uses }) => ({
    label,
    pence: hourlyOf(pence, x100),
    uses: [...uses, use],
  }));
}

/** Whether the terms add nothing to basic pay. */
export function isPlain({ area, hours }: HourTerms): boolean {
  return area === null && hours.plain === 10_000;
}

/** The codes whose values what is paid above basic pay is worked out from. */
export function termCodes(band: Band, { area, hours }: HourTerms): readonly string[] {
  const worked = unsocialKinds.filter((kind) => hours[kind] > 0);
  return [
    ...(area === null ? [] : highCostAreaCodes(area)),
    ...worked.map((kind) => unsocialCode(band, kind)),
  ];
}
