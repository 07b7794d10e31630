import { addMonthsTo, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { leadingRow } from '../learners/leading-row.ts';
import type { Learner } from '../learners/learner.ts';
import { studyState, type StudyState } from '../learners/study-state.ts';
import { uptakeOn } from '../learners/uptake.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import { defaultGroupsOn, pathwayOn } from '../pipeline/default-rates.ts';
import type { InvestigatorRole, Person, ProjectionInputs } from '../pipeline/projection-inputs.ts';
import { retirementByMonth } from '../pipeline/retirement.ts';
import type { FirstNamed, RoleEnd } from '../research/named.ts';
import type { StaffGroup } from '../staff/staff.ts';

/** What the pipeline needs to know of somebody in post. */
export type InPostFacts = { readonly staffGroup: StaffGroup; readonly ageBand: string | null };

/** The register on the day of the data cut, by person. */
export type PipelineRegister = {
  readonly dataCut: PlainDate;
  readonly horizonMonths: number;
  readonly learners: readonly Learner[];
  /** People in post; somebody not in here has left and is not projected. */
  readonly inPost: ReadonlyMap<string, InPostFacts>;
  /** Who holds a role on the day. */
  readonly named: ReadonlyMap<string, InvestigatorRole>;
  /** Who ever held one: a second role is never a gain. */
  readonly firstNamed: ReadonlyMap<string, FirstNamed>;
  readonly piRoleEnds: ReadonlyMap<string, RoleEnd>;
};

export type PipelinePlan = { readonly inputs: ProjectionInputs; readonly uses: readonly ParameterUse[] };

type Making = PipelineRegister & {
  readonly startMonth: Month;
  readonly set: ParameterSet;
  readonly uses: ParameterUse[];
};

type Common = Pick<Person, 'group' | 'count' | 'role' | 'retireMonthly' | 'roleEndsIn'>;

/** Months the role is still held for, where every study has a planned close ahead; a plan that slipped is not known. */
function monthsLeft(end: RoleEnd | undefined, { startMonth, dataCut }: Making): number | undefined {
  if (end === undefined || end.kind === 'not-known' || end.on <= dataCut) return undefined;
  return Math.max(0, monthsBetween(startMonth, monthOf(end.on)));
}

/**
 * The role a person starts with. Somebody who was Principal Investigator and is not now starts with a role that has
 * just ended: it may return, which is stock and no gain. A past Co-Investigator counts as one, for the same reason.
 */
function roleAtStart(personId: string, making: Making): Pick<Person, 'role' | 'roleEndsIn'> {
  const now = making.named.get(personId);
  if (now === 'pi') return { role: 'pi', roleEndsIn: monthsLeft(making.piRoleEnds.get(personId), making) };
  const first = making.firstNamed.get(personId);
  if (first !== undefined && first.pi !== null) return { role: 'pi', roleEndsIn: 0 };
  return now === 'coi' || (first !== undefined && first.coi !== null) ? { role: 'coi' } : {};
}

function common(personId: string, facts: InPostFacts, making: Making): Common {
  const { set, dataCut, horizonMonths, uses } = making;
  const retire =
    facts.ageBand === null ? null : retirementByMonth(set, dataCut, facts.ageBand, horizonMonths);
  if (retire !== null) uses.push(...retire.uses);
  return {
    group: facts.staffGroup,
    count: 1,
    ...roleAtStart(personId, making),
    ...(retire === null ? {} : { retireMonthly: retire.value }),
  };
}

/** Months since the award of the stage before, where the register has it. */
function sinceLastAward(rows: readonly Learner[], startMonth: Month): number | undefined {
  const awards = rows
    .flatMap(({ qualifiedOn }) => (qualifiedOn === null ? [] : [monthOf(qualifiedOn)]))
    .sort();
  const last = awards.at(-1);
  return last === undefined ? undefined : Math.max(0, monthsBetween(last, startMonth));
}

/** Interruptions of the stages before the leading one: they count over the whole pathway. */
function usedBefore(rows: readonly Learner[], leading: Learner): number {
  return rows.reduce((sum, row) => (row.id === leading.id ? sum : sum + row.interruptions), 0);
}

function personOf(
  state: StudyState,
  shared: Common,
  rows: readonly Learner[],
  leading: Learner,
  making: Making,
): Person | null {
  const sinceAward = sinceLastAward(rows, making.startMonth);
  const before = usedBefore(rows, leading);
  switch (state.kind) {
    case 'planned': {
      const uptake = uptakeOn(state.status, making.dataCut, making.set);
      if (uptake.use !== null) making.uses.push(uptake.use);
      const { stage, startIn } = state;
      return { kind: 'planned', ...shared, stage, startIn, sinceAward, uptake: uptake.basisPoints / 10_000 };
    }
    case 'studying': {
      const { stage, elapsed } = state;
      return {
        kind: 'studying',
        ...shared,
        stage,
        elapsed,
        sinceAward,
        interruptionsUsed: state.interruptionsUsed + before,
      };
    }
    case 'interrupted': {
      const { stage, elapsed, returnIn } = state;
      const interruptionsUsed = state.interruptionsUsed + before;
      return { kind: 'interrupted', ...shared, stage, elapsed, returnIn, sinceAward, interruptionsUsed };
    }
    case 'graduated': {
      const { held, nextStartIn } = state;
      const undecided = nextStartIn === null ? {} : { undecided: true, nextStartIn };
      const interruptionsUsed = state.interruptionsUsed + before;
      return {
        kind: 'graduated',
        ...shared,
        held,
        sinceAward: state.sinceAward,
        interruptionsUsed,
        ...undecided,
      };
    }
    case 'none':
      return null;
  }
}

function byPerson(learners: readonly Learner[]): Map<string, Learner[]> {
  const rows = new Map<string, Learner[]>();
  for (const learner of learners)
    rows.set(learner.personId, [...(rows.get(learner.personId) ?? []), learner]);
  return rows;
}

/** Everybody on the framework, once each, however many rows the register has for them. */
function learningPeople(rowsByPerson: ReadonlyMap<string, Learner[]>, making: Making): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const [personId, rows] of rowsByPerson) {
    const facts = making.inPost.get(personId);
    const leading = leadingRow(rows.filter(({ route }) => route === 'framework'));
    if (facts === undefined || leading === null) continue;
    const state = studyState(leading, making.dataCut);
    const person = personOf(state, common(personId, facts, making), rows, leading, making);
    if (person !== null) people.set(personId, person);
  }
  return people;
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
  const { dataCut, horizonMonths } = register;
  const startMonth = addMonthsTo(monthOf(dataCut), 1);
  const making: Making = { ...register, startMonth, set, uses: [] };
  const learning = learningPeople(byPerson(register.learners), making);
  const people = [...learning.values(), ...existingPis(learning, making)];
  const [groups, pathway] = [defaultGroupsOn(set, dataCut), pathwayOn(set, dataCut)];
  return {
    inputs: { startMonth, horizonMonths, pathway: pathway.value, groups: groups.value, people },
    uses: once([...pathway.uses, ...groups.uses, ...making.uses]),
  };
}
