import type { Learner } from '../learners/learner.ts';
import { leadingRow } from '../learners/leading-row.ts';
import { studyState } from '../learners/study-state.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import { defaultGroupsOn, pathwayOn, type Sourced } from '../pipeline/default-rates.ts';
import type { Person, ProjectionInputs } from '../pipeline/projection-inputs.ts';
import { isOtherRoute, routeRatesOn } from '../pipeline/route-rates.ts';
import { routes } from '../programmes/routes.ts';
import { capIntakes, type IntakeCap } from './intake-caps.ts';
import { common, personOf } from './pipeline-person.ts';
import { startMonthOf, type Making, type PipelineRegister } from './pipeline-register.ts';
import { latestOtherRow, routePerson } from './route-person.ts';

/** The projection's inputs, the rows they rest on, and what the supervisor slots cut from the planned starts. */
export type PipelinePlan = {
  readonly inputs: ProjectionInputs;
  readonly uses: readonly ParameterUse[];
  readonly slots: IntakeCap;
};

function byPerson(learners: readonly Learner[]): Map<string, Learner[]> {
  const rows = new Map<string, Learner[]>();
  for (const learner of learners)
    rows.set(learner.personId, [...(rows.get(learner.personId) ?? []), learner]);
  return rows;
}

/** Somebody on the framework, else on another route where these are asked for; `null` on none. */
function learningPerson(personId: string, rows: readonly Learner[], making: Making): Person | null {
  const facts = making.inPost.get(personId);
  if (facts === undefined) return null;
  const leading = leadingRow(rows.filter(({ route }) => route === 'framework'));
  if (leading !== null) {
    const state = studyState(leading, making.dataCut);
    return personOf(state, common(personId, facts, making), rows, leading, making);
  }
  const other = making.otherRoutes === true ? latestOtherRow(rows) : null;
  return other === null ? null : routePerson(other, common(personId, facts, making), making);
}

/** Everybody on a course or route, once each, however many rows the register has for them. */
function learningPeople(rowsByPerson: ReadonlyMap<string, Learner[]>, making: Making): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const [personId, rows] of rowsByPerson) {
    const person = learningPerson(personId, rows, making);
    if (person !== null) people.set(personId, person);
  }
  return people;
}

type Rates = Sourced<Pick<ProjectionInputs, 'groups' | 'pathway'>>;

/** The rates of the framework, and of the routes somebody is on. */
function ratesFor(people: readonly Person[], { set, dataCut }: Making): Rates {
  const [groups, pathway] = [defaultGroupsOn(set, dataCut), pathwayOn(set, dataCut)];
  const used = new Set(people.flatMap((person) => (person.kind === 'route' ? [person.route] : [])));
  const base = { groups: groups.value, pathway: pathway.value };
  const uses = [...pathway.uses, ...groups.uses];
  if (used.size === 0) return { value: base, uses };
  const other = routeRatesOn(
    set,
    dataCut,
    routes.filter(isOtherRoute).filter((route) => used.has(route)),
  );
  const withRoutes = Object.entries(groups.value).map(([name, rates]) => [
    name,
    { ...rates, routes: other.value.rates },
  ]);
  return {
    value: {
      groups: Object.fromEntries(withRoutes) as ProjectionInputs['groups'],
      pathway: { ...pathway.value, routes: other.value.clocks },
    },
    uses: [...uses, ...other.uses],
  };
}

/** Principal Investigators today who are not on the framework: they are stock, and never a gain. */
function existingPis(learning: ReadonlyMap<string, Person>, making: Making): Person[] {
  return [...making.named].flatMap(([personId, role]): Person[] => {
    const facts = making.inPost.get(personId);
    if (role !== 'pi' || facts === undefined || learning.has(personId)) return [];
    return [{ kind: 'pi', ...common(personId, facts, making), role: undefined }];
  });
}

function once(uses: readonly ParameterUse[]): ParameterUse[] {
  return [...new Map(uses.map((use) => [`${use.code} ${use.effectiveFrom}`, use])).values()];
}

/**
 * The projection's inputs from the register: who is planned, studying, interrupted, graduated or already a Principal
 * Investigator at the data cut, with the fixed rates of their staff group. Month 0 is the month after the data cut.
 *
 * @throws ModelError 'parameter-missing' when a rate has no value on the day of the data cut.
 */
export function pipelinePlan(register: PipelineRegister, set: ParameterSet): PipelinePlan {
  const startMonth = startMonthOf(register);
  const slots = capIntakes(register, set);
  const notStarting = new Set(slots.kind === 'capped' ? slots.notStarting : []);
  const making: Making = { ...register, startMonth, set, uses: [], notStarting };
  const learning = learningPeople(byPerson(register.learners), making);
  const people = [...learning.values(), ...existingPis(learning, making)];
  const rates = ratesFor(people, making);
  return {
    inputs: { startMonth, horizonMonths: register.horizonMonths, ...rates.value, people },
    uses: once([...rates.uses, ...making.uses]),
    slots,
  };
}
