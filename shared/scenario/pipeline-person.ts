import { monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import { addDays } from '../calendar/plain-date.ts';
import type { Learner } from '../learners/learner.ts';
import type { LearnerStatus } from '../learners/status.ts';
import type { StudyState } from '../learners/study-state.ts';
import { uptakeOn } from '../learners/uptake.ts';
import type { InterruptedLearner, Person } from '../pipeline/projection-inputs.ts';
import { retirementByMonth } from '../pipeline/retirement.ts';
import type { RoleEnd } from '../research/named.ts';
import { piOpenFrom } from '../research/pi-open-from.ts';
import type { InPostFacts, Making } from './pipeline-register.ts';

/** What is true of somebody whatever they study. */
export type Common = Pick<
  Person,
  'group' | 'count' | 'role' | 'retireMonthly' | 'roleEndsIn' | 'leavesIn' | 'piFrom'
>;

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

/** A rotation that has ended by the file, and somebody still in post, is a date to be checked: leaving is at the rate. */
function rotationOf(
  { rotationEnds }: InPostFacts,
  { startMonth, dataCut }: Making,
): Pick<Person, 'leavesIn'> {
  if (rotationEnds === undefined || rotationEnds === null || rotationEnds <= dataCut) return {};
  return { leavesIn: Math.max(0, monthsBetween(startMonth, monthOf(addDays(rotationEnds, 1)))) };
}

/** The month from which the rules let somebody lead; closed for all of the projection where none that is held does. */
function piRightsOf({ registration }: InPostFacts, making: Making): Pick<Person, 'piFrom'> {
  const opening = piOpenFrom(registration ?? null, making.studyTypes ?? [], making.startMonth);
  if (opening.kind === 'closed') return { piFrom: making.horizonMonths };
  return opening.kind === 'open' && opening.months > 0 ? { piFrom: opening.months } : {};
}

export function common(personId: string, facts: InPostFacts, making: Making): Common {
  const { set, dataCut, horizonMonths, uses } = making;
  const retire =
    facts.ageBand === null ? null : retirementByMonth(set, dataCut, facts.ageBand, horizonMonths);
  if (retire !== null) uses.push(...retire.uses);
  return {
    group: facts.staffGroup,
    count: 1,
    ...roleAtStart(personId, making),
    ...(retire === null ? {} : { retireMonthly: retire.value }),
    ...rotationOf(facts, making),
    ...piRightsOf(facts, making),
  };
}

/** Months since the award of the stage before, where the register has it. */
export function sinceLastAward(rows: readonly Learner[], startMonth: Month): number | undefined {
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

/** The chance that a planned person starts: none where the intake has no slot left. */
export function uptakeOf(learner: Learner, status: LearnerStatus, making: Making): number {
  if (making.notStarting.has(learner.id)) return 0;
  const uptake = uptakeOn(status, making.dataCut, making.set);
  if (uptake.use !== null) making.uses.push(uptake.use);
  return uptake.basisPoints / 10_000;
}

/** How long the present interruption is in all, where both days are known: parental leave is not an interval. */
function awayMonthsOf({ interruptedOn, returnsOn }: Learner): Pick<InterruptedLearner, 'awayMonths'> {
  if (interruptedOn === null || returnsOn === null) return {};
  return { awayMonths: Math.max(0, monthsBetween(monthOf(interruptedOn), monthOf(returnsOn))) };
}

/** Where somebody on the framework stands, in the engine's terms; `null` for who is on no stage. */
export function personOf(
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
      const { stage, startIn } = state;
      const uptake = uptakeOf(leading, state.status, making);
      return { kind: 'planned', ...shared, stage, startIn, sinceAward, uptake };
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
      const away = awayMonthsOf(leading);
      return {
        kind: 'interrupted',
        ...shared,
        stage,
        elapsed,
        returnIn,
        ...away,
        sinceAward,
        interruptionsUsed,
      };
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
