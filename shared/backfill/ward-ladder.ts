import { addDays, asPlainDate, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { productHalfUp } from '../core/exact.ts';
import type { CoverPolicy, PolicyRung } from './cover-policy.ts';
import { isBankRung, type BoughtRung } from '../pay/rungs.ts';
import type { DatedRates } from './dated-rates.ts';

/** What fills a week's need rung by rung, each with its share of the need; together never more than all of it. */
export type WardLadder = {
  readonly rungs: readonly (DatedRates & { readonly rung: BoughtRung })[];
  /** From this Monday on; before the first nothing is filled. */
  readonly shares: readonly LadderStep[];
};

/** Shares in basis points, one a rung: of the whole need, and of what is still open when the rung's turn comes. */
export type LadderStep = {
  readonly from: PlainDate;
  readonly bp: readonly number[];
  readonly ofOpen: readonly number[];
};

/** Minutes of a week asked of one rung and the share of them it fills; `rung` is absent for a team without a policy. */
export type RungFill = DatedRates & {
  readonly rung?: BoughtRung;
  readonly minutes: number;
  readonly fillBp: number;
  /** Filled by a booking made already, whose pounds are its own: it has no cost line here. */
  readonly isBooked?: true;
};

/** What the fills of a week are worked out from: the parts of a ward question that say who fills what. */
export type FillInputs = DatedRates & {
  readonly fillBp: number;
  readonly ladder?: WardLadder | undefined;
  /** Minutes the bank has for this team by Monday; a week that is not in it has all it asks for. */
  readonly bankLimits?: Readonly<Record<string, number>> | undefined;
  readonly bookedMinutes?: Readonly<Record<string, number>> | undefined;
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
    return { from, bp: sharesOfNeed(asked), ofOpen: asked.map(({ shareBp }) => shareBp) };
  });
}

function stepOn(ladder: WardLadder, monday: PlainDate): LadderStep | null {
  return ladder.shares.reduce<LadderStep | null>((found, step) => (step.from <= monday ? step : found), null);
}

/** Whether two weeks with the same need are filled alike: on one step of the ladder, and short of the bank in neither. */
export function isFilledAlike(
  { ladder, bankLimits, bookedMinutes }: Pick<FillInputs, 'ladder' | 'bankLimits' | 'bookedMinutes'>,
  one: PlainDate,
  other: PlainDate,
): boolean {
  if (bankLimits?.[one] !== undefined || bankLimits?.[other] !== undefined) return false;
  if (bookedMinutes?.[one] !== bookedMinutes?.[other]) return false;
  return ladder === undefined || stepOn(ladder, one) === stepOn(ladder, other);
}

/** What each rung is asked for and fills while the bank has enough, with its share of what is open before it. */
function freeFills(
  inputs: FillInputs,
  monday: PlainDate,
  need: number,
): (RungFill & { readonly ofOpen: number })[] {
  const { ladder, fillBp, rates, rateChanges } = inputs;
  if (ladder === undefined) return [{ minutes: need, fillBp, rates, rateChanges, ofOpen: fillBp }];
  const step = stepOn(ladder, monday);
  // Field by field: this is done for every week of every team, and a spread takes longer than the rest of it.
  return ladder.rungs.map(({ rung, rates: own, rateChanges: changes }, at) => ({
    rung,
    rates: own,
    rateChanges: changes,
    minutes: need,
    fillBp: step?.bp[at] ?? 0,
    ofOpen: step?.ofOpen[at] ?? 0,
  }));
}

function isBank({ rung }: RungFill): boolean {
  return rung === undefined || isBankRung(rung);
}

/** Minutes of a week's need that are booked already; more than the need covers nothing more. */
export function bookedOf(
  { bookedMinutes }: Pick<FillInputs, 'bookedMinutes'>,
  monday: PlainDate,
  need: number,
): number {
  return Math.min(need, bookedMinutes?.[monday] ?? 0);
}

/** Minutes of a week that a team asks the bank for besides what is booked, a part of one counted whole. */
export function bankAsk(inputs: FillInputs, monday: PlainDate, need: number): number {
  const asked = freeFills(inputs, monday, need - bookedOf(inputs, monday, need))
    .filter(isBank)
    .reduce((sum, { minutes, fillBp }) => sum + minutes * fillBp, 0);
  return Math.ceil(asked / 10_000);
}

/**
 * Fills of a week in which the bank has less than this team asks it for: each bank rung has whole minutes up to what
 * is left, and once one is cut, every later rung takes its own share of the whole minutes then still open.
 */
function shortFills(free: ReturnType<typeof freeFills>, need: number, limit: number): RungFill[] {
  let [open, left, isShort] = [need * 10_000, limit, false];
  return free.map(({ ofOpen, ...fill }) => {
    const asked = isShort ? { minutes: Math.floor(open / 10_000), fillBp: ofOpen } : fill;
    const wanted = asked.minutes * asked.fillBp;
    const given = Math.min(left, Math.floor(wanted / 10_000));
    const taken = isBank(fill) ? { minutes: given, fillBp: 10_000 } : asked;
    if (isBank(fill)) [left, isShort] = [left - given, isShort || given * 10_000 < wanted];
    open -= taken.minutes * taken.fillBp;
    return { ...fill, ...taken };
  });
}

/**
 * What fills a week's need: what is booked, and then the rest rung by rung. Where the bank has less than this team asks it for, planned shifts have
 * their hours first and late ones the rest; what the bank does not have goes down to the later rungs, each of which
 * fills its share of it, and the rest stays open. A team without a policy has no later rung.
 */
export function weekFills(inputs: FillInputs, monday: PlainDate, need: number): readonly RungFill[] {
  const booked = bookedOf(inputs, monday, need);
  const rest = need - booked;
  const free = freeFills(inputs, monday, rest);
  const limit = inputs.bankLimits?.[monday];
  const fills: readonly RungFill[] = limit === undefined ? free : shortFills(free, rest, limit);
  const used = fills.filter(({ rung, fillBp, minutes }) => rung === undefined || (fillBp > 0 && minutes > 0));
  return booked === 0 ? used : [{ minutes: booked, fillBp: 10_000, rates: {}, isBooked: true }, ...used];
}
