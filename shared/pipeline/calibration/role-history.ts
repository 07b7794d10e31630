import { addMonthsTo, monthOf, monthsBetween, type Month } from '../../calendar/month.ts';
import type { Learner } from '../../learners/learner.ts';
import { stageNumber } from '../../programmes/stages.ts';
import { firstNamedBy } from '../../research/named.ts';
import type { Stage } from '../projection-inputs.ts';
import {
  added,
  byPerson,
  firstMonthAhead,
  leftOn,
  yearCohort,
  type RegisterFacts,
} from './register-facts.ts';
import type { RoleExposure } from './trust-history.ts';

type Award = { readonly held: Stage; readonly month: Month };

/** Awards in order, each the first of its level; a lower one after a higher one changes nothing. */
function awardsOf(rows: readonly Learner[], ahead: Month): Award[] {
  const all = rows.flatMap(({ route, stage, status, qualifiedOn }): Award[] => {
    if (route !== 'framework' || stage === 'none' || status !== 'qualified' || qualifiedOn === null)
      return [];
    return [{ held: stageNumber(stage), month: monthOf(qualifiedOn) }];
  });
  const sorted = all
    .filter(({ month }) => month < ahead)
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.held - b.held));
  return sorted.filter(({ held }, index) => sorted.slice(0, index).every((earlier) => earlier.held < held));
}

type Life = {
  readonly awards: readonly Award[];
  readonly group: string;
  readonly coi: Month | null;
  readonly pi: Month | null;
  /** The first month of which nothing is known: the person had left, or it lies ahead. */
  readonly end: Month;
};

function bandOf(months: number, bands: readonly number[]): number {
  return bands.findLast((from) => from <= months) ?? 0;
}

/** One month in post with a qualification, before the PI role. A role of this month is met by the next month's risk. */
function monthOfExposure(life: Life, award: Award, month: Month, bands: readonly number[]): RoleExposure {
  const from = life.coi !== null && life.coi < month ? 'coi' : 'none';
  const pi = life.pi === month ? 1 : 0;
  return {
    from,
    held: award.held,
    band: bandOf(monthsBetween(award.month, month), bands),
    group: life.group,
    cohort: yearCohort(month),
    months: 1,
    coiEvents: from === 'none' && pi === 0 && life.coi === month ? 1 : 0,
    piEvents: pi,
  };
}

function exposureOf(life: Life, bands: readonly number[]): RoleExposure[] {
  return life.awards.flatMap((award, index) => {
    const next = life.awards[index + 1]?.month ?? life.end;
    const last = next < life.end ? next : life.end;
    const months = Math.max(0, monthsBetween(award.month, last));
    return Array.from({ length: months }, (_, k) => addMonthsTo(award.month, k))
      .filter((month) => life.pi === null || month <= life.pi)
      .map((month) => monthOfExposure(life, award, month, bands));
  });
}

function add(a: RoleExposure, b: RoleExposure): RoleExposure {
  return {
    ...a,
    months: a.months + b.months,
    coiEvents: a.coiEvents + b.coiEvents,
    piEvents: a.piEvents + b.piEvents,
  };
}

/**
 * Months in post of everybody who holds a qualification of the framework, by role held, qualification, months since
 * the award and academic year, with who was first named in them. Somebody not in the staff records has no staff group
 * and is left out.
 */
export function roleHistoryOf(facts: RegisterFacts, bands: readonly number[]): RoleExposure[] {
  const ahead = firstMonthAhead(facts.asAt);
  const posts = new Map(facts.posts.map((post) => [post.personId, post]));
  const named = firstNamedBy(facts.entries, facts.asAt);
  const rows = [...byPerson(facts.learners)].flatMap(([personId, learners]) => {
    const post = posts.get(personId);
    if (post === undefined) return [];
    const gone = leftOn(post, facts.asAt);
    const first = named.get(personId);
    return exposureOf(
      {
        awards: awardsOf(learners, ahead),
        group: post.staffGroup,
        coi: first?.coi ? monthOf(first.coi) : null,
        pi: first?.pi ? monthOf(first.pi) : null,
        end: gone === null ? ahead : monthOf(gone),
      },
      bands,
    );
  });
  return added(
    rows,
    ({ from, held, band, group, cohort }) => `${from} ${held} ${band} ${cohort} ${group}`,
    add,
  );
}
