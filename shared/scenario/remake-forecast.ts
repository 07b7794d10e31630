import { leadingRow } from '../learners/leading-row.ts';
import { studyState } from '../learners/study-state.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { historyOf } from '../pipeline/calibration/history-of.ts';
import type { RouteMonths } from '../pipeline/calibration/route-history.ts';
import { historyFadeOn, priorBeliefsOn } from '../pipeline/calibration/prior-beliefs.ts';
import { byPerson } from '../pipeline/calibration/register-facts.ts';
import type { FactsAsAt } from '../pipeline/calibration/register-as-at.ts';
import { updateBeliefs, type UpdatedBeliefs } from '../pipeline/calibration/update-beliefs.ts';
import { evaluateForecast, type Forecast } from '../pipeline/forecast/evaluate-forecast.ts';
import { isOtherRoute, routeClocksOn, type OtherRoute } from '../pipeline/route-rates.ts';
import { routes } from '../programmes/routes.ts';
import { firstNamedBy, namedOn, piRoleEnds } from '../research/named.ts';
import { staffGroups, type StaffGroup } from '../staff/staff.ts';
import { believedOf } from './forecast-plan.ts';
import { pipelinePlan } from './pipeline-plan.ts';
import type { InPostFacts, PipelineRegister } from './pipeline-register.ts';

/** A forecast as it would have been made on a day, with the people it is about. */
export type RemadeForecast = {
  readonly forecast: Forecast;
  readonly updated: UpdatedBeliefs;
  /** On the framework and in post: those who may be named for the first time. */
  readonly learning: ReadonlySet<string>;
  /** Principal Investigators of the day who are not among them. */
  readonly alreadyPi: ReadonlySet<string>;
};

function knownGroup(text: string): StaffGroup | null {
  return staffGroups.find((group) => group === text) ?? null;
}

function inPostOn({ posts, asAt }: FactsAsAt): Map<string, InPostFacts> {
  const facts = new Map<string, InPostFacts>();
  for (const { personId, staffGroup, ageBand, to } of posts) {
    const group = knownGroup(staffGroup);
    if (group !== null && (to === null || to >= asAt)) facts.set(personId, { staffGroup: group, ageBand });
  }
  return facts;
}

function registerOf(facts: FactsAsAt, horizonMonths: number): PipelineRegister {
  const { asAt, learners, studies, entries } = facts;
  return {
    dataCut: asAt,
    horizonMonths,
    learners,
    inPost: inPostOn(facts),
    named: namedOn(studies, entries, asAt),
    firstNamed: firstNamedBy(entries, asAt),
    piRoleEnds: piRoleEnds(studies, entries, asAt),
  };
}

function learningOn({ learners, inPost, dataCut }: PipelineRegister): Set<string> {
  const people = [...byPerson(learners)].filter(([personId, rows]) => {
    const leading = leadingRow(rows.filter(({ route }) => route === 'framework'));
    return inPost.has(personId) && leading !== null && studyState(leading, dataCut).kind !== 'none';
  });
  return new Set(people.map(([personId]) => personId));
}

/** Routes other than the framework that somebody is, was or will be on, in the order of all routes. */
export function routesOnRecord({ learners }: Pick<FactsAsAt, 'learners'>): OtherRoute[] {
  const used = new Set(learners.map(({ route }) => route));
  return routes.filter(isOtherRoute).filter((route) => used.has(route));
}

/**
 * What is believed on a day: the prior of that day, updated by what was on record.
 *
 * @throws ModelError 'parameter-missing' when a rate has no value on the day.
 */
export function beliefsAsAt(facts: FactsAsAt, set: ParameterSet): UpdatedBeliefs {
  const { asAt } = facts;
  const onRecord = routesOnRecord(facts);
  const prior = priorBeliefsOn(set, asAt, onRecord).value;
  const months = Object.entries(routeClocksOn(set, asAt, onRecord)).map(([route, { studyMonths }]) => [
    route,
    studyMonths,
  ]);
  const history = historyOf(facts, prior.bands, Object.fromEntries(months) as RouteMonths);
  return updateBeliefs(prior, history, { asAt, fade: historyFadeOn(set, asAt).value });
}

/**
 * The forecast as it would have been made from the register of a day: the same people, parameters and history, and
 * the same functions as today's.
 *
 * @throws ModelError 'parameter-missing' when a rate has no value on the day.
 */
export function remakeForecast(
  facts: FactsAsAt,
  set: ParameterSet,
  { horizonMonths, points }: { readonly horizonMonths: number; readonly points: number },
): RemadeForecast {
  const register = registerOf(facts, horizonMonths);
  const { inputs } = pipelinePlan(register, set);
  const updated = beliefsAsAt(facts, set);
  const { startMonth, pathway, people } = inputs;
  const learning = learningOn(register);
  const pis = [...register.named].filter(([id, role]) => role === 'pi' && register.inPost.has(id));
  return {
    forecast: evaluateForecast(
      { startMonth, horizonMonths, pathway, people, beliefs: believedOf(updated.beliefs, people) },
      points,
    ),
    updated,
    learning,
    alreadyPi: new Set(pis.map(([id]) => id).filter((id) => !learning.has(id))),
  };
}
