import { addMonthsTo, monthOf, monthsBetween, type Month } from '../../calendar/month.ts';
import type { Learner } from '../../learners/learner.ts';
import { stageNumber } from '../../programmes/stages.ts';
import { firstNamedBy } from '../../research/named.ts';
import type { Stage } from '../projection-inputs.ts';
import { isOtherRoute, type OtherRoute } from '../route-rates.ts';
import {
  added,
  byPerson,
  firstMonthAhead,
  leftOn,
  yearCohort,
  type RegisterFacts,
} from './register-facts.ts';
import type { RoleExposure, RouteHistory } from './trust-history.ts';

/** An award of the framework, or the end of another route: which of the two came last says which role rates hold. */
type Step = {
  readonly of: { readonly held: Stage } | { readonly route: OtherRoute };
  readonly month: Month;
};

function heldOf({ of }: Step): Stage | null {
  return 'held' in of ? of.held : null;
}

function stepOf({ route, stage, status, qualifiedOn, startedOn }: Learner): Step[] {
  if (route === 'appointed') {
    return status === 'withdrawn' || startedOn === null ? [] : [{ of: { route }, month: monthOf(startedOn) }];
  }
  if (status !== 'qualified' || qualifiedOn === null) return [];
  const month = monthOf(qualifiedOn);
  if (isOtherRoute(route)) return [{ of: { route }, month }];
  return stage === 'none' ? [] : [{ of: { held: stageNumber(stage) }, month }];
}

/** Awards and ends of routes in order; a lower award after a higher one changes nothing. */
function stepsOf(rows: readonly Learner[], ahead: Month): Step[] {
  const rank = (step: Step): number => heldOf(step) ?? 4;
  const sorted = rows
    .flatMap(stepOf)
    .filter(({ month }) => month < ahead)
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : rank(a) - rank(b)));
  return sorted.filter((step, index) => {
    const held = heldOf(step);
    return held === null || sorted.slice(0, index).every((earlier) => (heldOf(earlier) ?? 0) < held);
  });
}

type Life = {
  readonly steps: readonly Step[];
  readonly group: string;
  readonly coi: Month | null;
  readonly pi: Month | null;
  /** The first month of which nothing is known: the person had left, or it lies ahead. */
  readonly end: Month;
};

function bandOf(months: number, bands: readonly number[]): number {
  return bands.findLast((from) => from <= months) ?? 0;
}

type Months = Omit<RoleExposure, 'held'>;
type Exposure = { readonly of: Step['of']; readonly months: Months };

/** One month in post after a step, before the PI role. A role of this month is met by the next month's risk. */
function monthOfExposure(life: Life, step: Step, month: Month, bands: readonly number[]): Exposure {
  const from = life.coi !== null && life.coi < month ? 'coi' : 'none';
  const pi = life.pi === month ? 1 : 0;
  return {
    of: step.of,
    months: {
      from,
      band: bandOf(monthsBetween(step.month, month), bands),
      group: life.group,
      cohort: yearCohort(month),
      months: 1,
      coiEvents: from === 'none' && pi === 0 && life.coi === month ? 1 : 0,
      piEvents: pi,
    },
  };
}

function exposureOf(life: Life, bands: readonly number[]): Exposure[] {
  return life.steps.flatMap((step, index) => {
    const next = life.steps[index + 1]?.month ?? life.end;
    const last = next < life.end ? next : life.end;
    const months = Math.max(0, monthsBetween(step.month, last));
    return Array.from({ length: months }, (_, k) => addMonthsTo(step.month, k))
      .filter((month) => life.pi === null || month <= life.pi)
      .map((month) => monthOfExposure(life, step, month, bands));
  });
}

function add<Row extends Months>(a: Row, b: Row): Row {
  return {
    ...a,
    months: a.months + b.months,
    coiEvents: a.coiEvents + b.coiEvents,
    piEvents: a.piEvents + b.piEvents,
  };
}

function exposures(facts: RegisterFacts, bands: readonly number[]): Exposure[] {
  const ahead = firstMonthAhead(facts.asAt);
  const posts = new Map(facts.posts.map((post) => [post.personId, post]));
  const named = firstNamedBy(facts.entries, facts.asAt);
  return [...byPerson(facts.learners)].flatMap(([personId, learners]) => {
    const post = posts.get(personId);
    if (post === undefined) return [];
    const gone = leftOn(post, facts.asAt);
    const first = named.get(personId);
    return exposureOf(
      {
        steps: stepsOf(learners, ahead),
        group: post.staffGroup,
        coi: first?.coi ? monthOf(first.coi) : null,
        pi: first?.pi ? monthOf(first.pi) : null,
        end: gone === null ? ahead : monthOf(gone),
      },
      bands,
    );
  });
}

/** The same months and first roles, after an award of the framework and after another route. */
export type RolesSeen = {
  readonly roles: readonly RoleExposure[];
  readonly routeRoles: RouteHistory['roles'];
};

/**
 * Months in post of everybody who holds a qualification of the framework or has done another route, by role held,
 * qualification or route, months since it and academic year, with who was first named in them. Somebody not in the
 * staff records has no staff group and is left out.
 */
export function roleHistoryOf(facts: RegisterFacts, bands: readonly number[]): RolesSeen {
  const seen = exposures(facts, bands);
  const keyOf = (step: string | number, { from, band, cohort, group }: Months): string =>
    `${from} ${step} ${band} ${cohort} ${group}`;
  const roles = seen.flatMap(({ of, months }): RoleExposure[] =>
    'held' in of ? [{ ...months, held: of.held }] : [],
  );
  const routeRoles = seen.flatMap(({ of, months }): RouteHistory['roles'][number][] =>
    'route' in of ? [{ ...months, route: of.route }] : [],
  );
  return {
    roles: added(roles, (row) => keyOf(row.held, row), add),
    routeRoles: added(routeRoles, (row) => keyOf(row.route, row), add),
  };
}
