import { addDays, asPlainDate, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { productHalfUp } from '../core/exact.ts';
import type { CoverPolicy, PolicyRung } from './cover-policy.ts';
import { isBankRung, type BoughtRung } from '../pay/rungs.ts';

/** Pence an hour by financial year. */
export type RungRates = Readonly<Record<string, number>>;

/** What fills a week's need rung by rung, each with its share of the need; together never more than all of it. */
export type WardLadder = {
  readonly rungs: readonly { readonly rung: BoughtRung; readonly rates: RungRates }[];
  /** Shares of the need in basis points, one a rung, from this Monday on; before the first nothing is filled. */
  readonly shares: readonly { readonly from: PlainDate; readonly bp: readonly number[] }[];
};

/** Minutes of a week asked of one rung and the share of them it fills; `rung` is absent for a team without a policy. */
export type RungFill = {
  readonly rung?: BoughtRung;
  readonly minutes: number;
  readonly fillBp: number;
  readonly rates: RungRates;
};

/** What the fills of a week are worked out from: the parts of a ward question that say who fills what. */
export type FillInputs = {
  readonly fillBp: number;
  readonly rates: RungRates;
  readonly ladder?: WardLadder | undefined;
  /** Minutes the bank has for this team by Monday; a week that is not in it has all it asks for. */
  readonly bankLimits?: Readonly<Record<string, number>> | undefined;
};

/** Shares of the need by rung: each takes its share of what is still open, rounded half up to a basis point. */
export function sharesOfNeed(rungs: readonly Pick<PolicyRung, 'shareBp'>[]): number[] {
  let open = 10_000;
  return rungs.map(({ shareBp }) => {
    const taken = productHalfUp([open, shareBp], 10_000);
    open -= taken;
    return taken;
  });
}

/** Fill of the planned bank with so many weeks' notice; below the shortest that is stated nothing is filled. */
export function fillAtNotice(
  { fillByNotice }: Pick<CoverPolicy, 'fillByNotice'>,
  weeks: number,
  otherwiseBp: number,
): number {
  if (fillByNotice.length === 0) return otherwiseBp;
  const known = fillByNotice.filter((step) => step.weeks <= weeks);
  return known.reduce((best, step) => (step.weeks > best.weeks ? step : best), { weeks: -1, fillBp: 0 })
    .fillBp;
}

/**
 * A policy as shares of the need from week to week: nothing bought before the lag is over, and planned bank by the
 * notice there is from the data day.
 *
 * @param fillBp the team's own fill, where the policy states none by notice.
 */
export function ladderShares(
  policy: Pick<CoverPolicy, 'rungs' | 'fillByNotice' | 'lagWeeks'>,
  dataCut: PlainDate,
  fillBp: number,
): WardLadder['shares'] {
  const notices = [policy.lagWeeks, ...policy.fillByNotice.map(({ weeks }) => weeks)];
  const starts = [...new Set(notices)].filter((weeks) => weeks >= policy.lagWeeks).sort((a, b) => a - b);
  return starts.map((weeks) => {
    const bank = fillAtNotice(policy, weeks, fillBp);
    const asked = policy.rungs.map(({ rung, shareBp }) => ({
      shareBp: rung === 'planned-bank' ? productHalfUp([shareBp, bank], 10_000) : shareBp,
    }));
    // The lag counts from today: also a week already begun, when there is none, can be filled.
    const from = weeks === 0 ? asPlainDate('0001-01-01') : addDays(mondayOf(dataCut), weeks * 7);
    return { from, bp: sharesOfNeed(asked) };
  });
}

function sharesOn(ladder: WardLadder, monday: PlainDate): readonly number[] {
  return ladder.shares.reduce<readonly number[]>((found, { from, bp }) => (from <= monday ? bp : found), []);
}

/** Before the bank's limit: what each rung is asked for and fills. */
function freeFills(inputs: FillInputs, monday: PlainDate, need: number): RungFill[] {
  const { ladder, fillBp, rates } = inputs;
  if (ladder === undefined) return [{ minutes: need, fillBp, rates }];
  const shares = sharesOn(ladder, monday);
  return ladder.rungs.flatMap(({ rung, rates: own }, at) => {
    const bp = shares[at] ?? 0;
    return bp === 0 ? [] : [{ rung, minutes: need, fillBp: bp, rates: own }];
  });
}

function isBank({ rung }: RungFill): boolean {
  return rung === undefined || isBankRung(rung);
}

function wholeMinutes({ minutes, fillBp }: RungFill): number {
  return Math.floor((minutes * fillBp) / 10_000);
}

/** Minutes of a week that a team asks the bank for, a part of one counted whole. */
export function bankAsk(inputs: FillInputs, monday: PlainDate, need: number): number {
  const asked = freeFills(inputs, monday, need)
    .filter(isBank)
    .reduce((sum, { minutes, fillBp }) => sum + minutes * fillBp, 0);
  return Math.ceil(asked / 10_000);
}

/**
 * What fills a week's need, rung by rung. Where the bank has less than this team asks it for, planned shifts have
 * their hours first and late ones the rest; what the bank does not have stays open, and no dearer rung takes it.
 */
export function weekFills(inputs: FillInputs, monday: PlainDate, need: number): readonly RungFill[] {
  const fills = freeFills(inputs, monday, need);
  let left = inputs.bankLimits?.[monday];
  if (left === undefined) return fills;
  return fills.map((fill) => {
    if (left === undefined || !isBank(fill)) return fill;
    const minutes = Math.min(left, wholeMinutes(fill));
    left -= minutes;
    return { ...fill, minutes, fillBp: 10_000 };
  });
}
