import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { AcademicYear, FinancialYear } from '../../shared/calendar/years.ts';
import { academicYearOf, nextAcademicYear } from '../../shared/calendar/years.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { lastKnownBefore, roundOf, type BursaryRound } from '../../shared/funding/bursary-rules.ts';
import { fundingDeadlines, type FundingDeadline } from '../../shared/funding/funding-deadlines.ts';
import { funnelByRound, type FunnelRound } from '../../shared/funding/funnel.ts';
import type { CostKind, TrustSource } from '../../shared/funding/source.ts';
import { sourcesInYear } from '../../shared/funding/source.ts';
import { stackFunding } from '../../shared/funding/stack.ts';
import type { Stack, StackLine } from '../../shared/funding/stack-types.ts';
import { uptakeByGroup, type GroupUptake } from '../../shared/funding/uptake-by-group.ts';
import { useOrLose, type UseOrLose } from '../../shared/funding/use-or-lose.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { fundedYears, fundingLines, fundingMoney } from '../../shared/scenario/funding-lines.ts';
import {
  fundedParts,
  lapsingParts,
  type FundedPart,
  type LapsingPart,
} from '../../shared/scenario/funding-parts.ts';
import { learnerFees } from '../../shared/scenario/learner-fees.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { casesOf, groupingOf, type CaseFacts, type Grouping, type ShownCase } from './cases.ts';
import { readCaseFacts } from './read-facts.ts';
import { readSources } from './read.ts';

/** Fees and cover of three years, each with what money is put on it; pence. */
export type FundedKind = {
  readonly kind: CostKind;
  readonly totalPence: number;
  readonly fundedPence: number;
  readonly unfundedPence: number;
};

/** Money of one source put on fees and on cover; `year` is `null` for awards, which are put on one person's fee. */
export type FundedSource = {
  readonly key: string;
  readonly year: FinancialYear | null;
  readonly feesPence: number;
  readonly coverPence: number;
  readonly unspentPence: number;
};

export type ShownFunding = {
  readonly dataCut: PlainDate;
  readonly today: PlainDate;
  readonly years: readonly FinancialYear[];
  /** Every round a learner is in, and the next one, latest first; with the last year whose rules could be copied. */
  readonly rounds: readonly (BursaryRound & { readonly copyFrom: BursaryRound | null })[];
  readonly funnel: readonly FunnelRound[];
  readonly cases: readonly ShownCase[];
  /** Over all rounds together: round by round, hidden groups could be worked out. */
  readonly groups: Readonly<Record<keyof Grouping, readonly GroupUptake[]>>;
  /** Of this financial year and the next. */
  readonly sources: readonly TrustSource[];
  readonly useOrLose: UseOrLose;
  readonly funded: readonly FundedKind[];
  readonly bySource: readonly FundedSource[];
  /** What `funded` and `bySource` are made from. */
  readonly fundedParts: readonly FundedPart[];
  /** What each source that lapses is planned for, and what could go on it, each with who or which team it is of. */
  readonly lapsingParts: readonly (LapsingPart & { readonly name: string })[];
  /** Learners whose fee nobody entered: in none of the sums. */
  readonly feesNotKnown: number;
  readonly deadlines: readonly FundingDeadline[];
};

function roundsOf(cases: readonly ShownCase[], facts: CaseFacts, today: PlainDate): ShownFunding['rounds'] {
  const now = academicYearOf(today);
  const years = new Set<AcademicYear>([...cases.map(({ round }) => round), now, nextAcademicYear(now)]);
  return [...years]
    .sort()
    .reverse()
    .map((year) => ({ ...roundOf(facts.rounds, year), copyFrom: lastKnownBefore(facts.rounds, year) }));
}

function groupsOf(cases: readonly ShownCase[], facts: CaseFacts): ShownFunding['groups'] {
  const personOf = new Map(facts.learners.map(({ id, personId }) => [id, personId]));
  const by = (key: keyof Grouping): readonly GroupUptake[] =>
    uptakeByGroup(
      cases.map((of) => ({ of, group: groupingOf(personOf.get(of.learnerId) ?? '', facts)[key] })),
    );
  return { profession: by('profession'), band: by('band'), site: by('site') };
}

function fundedKinds(lines: readonly StackLine[], { byLine }: Stack): FundedKind[] {
  return (['fees', 'cover'] as const).map((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const totalPence = own.reduce((sum, { pence }) => sum + pence, 0);
    const fundedPence = own.reduce((sum, { id }) => sum + (byLine.get(id)?.funded ?? 0), 0);
    return { kind, totalPence, fundedPence, unfundedPence: totalPence - fundedPence };
  });
}

/** Awards of one source together; amounts by year. */
function fundedSources(lines: readonly StackLine[], { parts, bySource }: Stack): FundedSource[] {
  const kinds = new Map(lines.map(({ id, kind }) => [id, kind]));
  const sums = new Map<string, FundedSource>();
  const add = (sourceId: string, amounts: Partial<FundedSource>): void => {
    const [key = '', second = ''] = sourceId.split(' ');
    const year = second === 'award' ? null : (second as FinancialYear);
    const name = `${key} ${second}`;
    const held = sums.get(name) ?? { key, year, feesPence: 0, coverPence: 0, unspentPence: 0 };
    sums.set(name, {
      ...held,
      feesPence: held.feesPence + (amounts.feesPence ?? 0),
      coverPence: held.coverPence + (amounts.coverPence ?? 0),
      unspentPence: held.unspentPence + (amounts.unspentPence ?? 0),
    });
  };
  for (const [sourceId, { unspent }] of bySource) add(sourceId, { unspentPence: unspent });
  for (const { lineId, sourceId, pence } of parts)
    add(sourceId, kinds.get(lineId) === 'fees' ? { feesPence: pence } : { coverPence: pence });
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Whose fee, or which team's cover, each part is. */
function named(
  parts: readonly LapsingPart[],
  { inputs }: Plan,
  { learners }: CaseFacts,
): ShownFunding['lapsingParts'] {
  const people = new Map(learners.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  const teams = new Map(inputs.teams.map(({ team }) => [team.id, team.name]));
  return parts.map((part) => {
    const { learnerId, teamId } = part;
    const name = learnerId === null ? teams.get(teamId ?? '') : people.get(learnerId);
    return { ...part, name: name ?? 'Not known' };
  });
}

type Held = Awaited<ReturnType<typeof readSources>>;

function shown(ctx: TrustContext, plan: Plan, facts: CaseFacts, held: Held): ShownFunding {
  const today = ctx.today();
  const years = fundedYears(today);
  const sources = years.flatMap((year) => sourcesInYear(held, year));
  const lines = fundingLines(
    plan.learners,
    evaluateScenario(plan.inputs, plan.parameters),
    today,
    plan.parameters,
  );
  const money = fundingMoney(sources, lines, plan.learners, facts.awards);
  const stack = stackFunding(lines, money);
  const cases = casesOf(facts);
  const rounds = roundsOf(cases, facts, today);
  const lapsing = useOrLose({ sources, stack, lines, today });
  return {
    dataCut: plan.trust.dataCut,
    today,
    years,
    rounds,
    funnel: funnelByRound(cases),
    cases,
    groups: groupsOf(cases, facts),
    sources: sources.filter(({ financialYear }) => financialYear !== years[2]),
    useOrLose: lapsing,
    funded: fundedKinds(lines, stack),
    bySource: fundedSources(lines, stack),
    fundedParts: fundedParts(lines, stack),
    lapsingParts: named(lapsingParts(lines, stack, lapsing, years[0]), plan, facts),
    feesNotKnown: plan.learners.filter(
      (learner) =>
        phaseOf(learner.status) !== 'past' && learnerFees(learner, plan.parameters).kind === 'not-known',
    ).length,
    deadlines: fundingDeadlines(rounds, sources, today),
  };
}

const answers = new KeptAnswers<ShownFunding>(20);

/** Bursaries and the other money for courses: rounds, funnel, uptake, what lapses, and what pays for what. */
export async function showFunding(ctx: TrustContext): Promise<Result<ShownFunding>> {
  return withTrust(ctx, async (tx) => {
    const { kept, keep } = await answers.find(tx, ctx);
    if (kept !== null) return ok(kept);
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const answer = shown(
      ctx,
      plan,
      await readCaseFacts(tx, ctx.trustId, plan),
      await readSources(tx, ctx.trustId),
    );
    keep(answer);
    return ok(answer);
  });
}
