import type { BankSupply } from '../../shared/backfill/bank-supply.ts';
import type { RosterPeriod } from '../../shared/backfill/roster-period.ts';
import { bookedByTeam, type BookedMinutes } from '../../shared/budget/booked.ts';
import { addDays, mondayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { financialYearOf, nextFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import { backfillSummary, type BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { Rosters } from '../../shared/scenario/team-bookings.ts';
import { readStudyShifts } from '../budget/read.ts';
import { unitFinder } from '../budget/read-units.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import type { CoverSettings, Kept } from './read-settings.ts';

/** Weeks of shifts to send to the bank now, of teams without roster periods. */
const weeksToBook = 8;

export type ShownCover = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly basis: CostBasis;
  /** The two financial years the page is about: that of the data cut, and the next. */
  readonly years: readonly FinancialYear[];
  readonly bookUntil: PlainDate;
  /** The trust's own roster period, with the version a change starts from. */
  readonly roster: Kept<RosterPeriod>;
  /** Teams that have another, or have a cover policy. */
  readonly teamsWithRoster: number;
  readonly teamsWithPolicy: number;
  /** What the bank has, by staff group; empty is not known. `null` to whoever does not see the whole trust. */
  readonly supplies: readonly Kept<BankSupply>[] | null;
  /** Whether shifts that are booked already were taken off: who is limited to divisions sees no shift. */
  readonly seesBookings: boolean;
  readonly summary: BackfillSummary;
  /** Learners whose assignment belongs to no team: in no sum. */
  readonly learnersWithoutTeam: number;
};

function rostersOf({ rosters }: CoverSettings): Rosters {
  const teams: Record<string, RosterPeriod> = {};
  for (const [teamId, { value }] of rosters) if (teamId !== null && value !== null) teams[teamId] = value;
  return { trust: rosters.get(null)?.value ?? null, teams };
}

/** Covers of some trusts and divisions in both bases: each takes about a megabyte. */
const kept: Readonly<Record<CostBasis, KeptAnswers<ShownCover>>> = {
  trust: new KeptAnswers(8),
  full: new KeptAnswers(4),
};

/** What cover and fees cost the whole trust, and what to book now: worked out once for each state of the trust. */
export async function summariseCover(
  ctx: TrustContext,
  { basis }: { readonly basis: CostBasis },
): Promise<Result<ShownCover>> {
  const read = await withTrust(ctx, async (tx) => {
    const found = await kept[basis].find(tx, ctx);
    const plan = found.kept === null ? await readPlan(tx, ctx.trustId, basis) : null;
    return { ...found, plan, booked: plan === null ? noBookings : await readBooked(tx, plan) };
  });
  if (read.kept !== null) return ok(read.kept);
  if (read.plan === null) return err('not-found', 'There is no such trust.');
  const shown = coverOf(read.plan, basis, read.booked, ctx.scope.kind === 'trust');
  read.keep(shown);
  return ok(shown);
}

const noBookings: BookedMinutes = new Map();

/** Shifts for study that the bank has taken, from the week of the data day on; somebody limited to divisions sees none. */
async function readBooked(tx: TrustReader, { trust, teams, inputs }: Plan): Promise<BookedMinutes> {
  const from = mondayOf(trust.dataCut);
  const to = addDays(from, 7 * (inputs.horizon?.weeks ?? weeksToBook));
  const teamOf = await unitFinder(tx, trust.id, teams);
  return bookedByTeam(await readStudyShifts(tx, trust.id, { from, to }, teamOf), from);
}

function coverOf(plan: Plan, basis: CostBasis, booked: BookedMinutes, wholeTrust: boolean): ShownCover {
  const { dataCut } = plan.trust;
  const answer = evaluateScenario(plan.inputs, plan.parameters);
  const bookUntil = addDays(mondayOf(dataCut), 7 * (weeksToBook - 1));
  const year = financialYearOf(dataCut);
  const { cover } = plan;
  const rosters = { ...rostersOf(cover), booked };
  const summary = backfillSummary(plan.inputs, answer, bookUntil, plan.parameters, rosters);
  return {
    dataCut,
    engine: answer.engine,
    basis,
    years: [year, nextFinancialYear(year)],
    bookUntil: summary.bookUntil,
    roster: cover.rosters.get(null) ?? { version: 0, value: null },
    teamsWithRoster: Object.keys(rosters.teams).length,
    teamsWithPolicy: plan.inputs.teams.filter(({ policy }) => Boolean(policy)).length,
    seesBookings: wholeTrust,
    supplies: wholeTrust ? [...cover.supplies.values()] : null,
    learnersWithoutTeam: plan.learnersWithoutTeam.length,
    summary,
  };
}
