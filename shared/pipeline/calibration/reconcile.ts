import type { Belief, Beliefs } from '../beliefs.ts';
import type { Person } from '../projection-inputs.ts';
import { meanOfBelief } from './mean-of-belief.ts';

/** What came of the people of a forecast over its first year. */
export const causes = [
  'started',
  'completed',
  'interrupted',
  'withdrew',
  'left',
  'waiting',
  'coi',
  'pi',
] as const;

export type Cause = (typeof causes)[number];

/** People by cause; somebody may be in several, so they are not added. */
export type ByCause = Readonly<Record<Cause, number>>;

/** How long the first year is, and how many months of a stage are study. */
const windowMonths = 12;
const studyMonths = 10;

type Course = Pick<ByCause, 'started' | 'completed' | 'interrupted' | 'withdrew'> & {
  readonly firstAwards: number;
};

const nothing: Course = { started: 0, completed: 0, interrupted: 0, withdrew: 0, firstAwards: 0 };

function meanAt(list: readonly Belief[], index: number): number {
  const belief = list[index];
  return belief === undefined ? 0 : meanOfBelief(belief);
}

/** How an attempt ends that has come so far, by the mean rates: stops lie evenly over the study months. */
function attemptFrom(beliefs: Beliefs, stage: number, elapsed: number, chance: number): Course {
  const withdraw = meanAt(beliefs.withdraw, stage - 1);
  const interrupt = (1 - withdraw) * meanAt(beliefs.interrupt, stage - 1);
  const done = Math.min(1, elapsed / studyMonths);
  const open = (1 - done) / (1 - (withdraw + interrupt) * done);
  const completed = chance * (1 - open * (withdraw + interrupt));
  return {
    started: 0,
    completed,
    interrupted: chance * open * interrupt,
    withdrew: chance * open * withdraw,
    firstAwards: stage === 1 ? completed : 0,
  };
}

/** Somebody who begins a stage within the year, with this chance. */
function begun(beliefs: Beliefs, stage: number, chance: number): Course {
  return { ...attemptFrom(beliefs, stage, 0, chance), started: chance };
}

/** The attempts of the first year: those under way and those begun in it, to their ends. */
function courseOf(person: Person, beliefs: Beliefs): Course {
  switch (person.kind) {
    case 'planned':
      return person.startIn < windowMonths ? begun(beliefs, person.stage, person.uptake) : nothing;
    case 'studying':
      return attemptFrom(beliefs, person.stage, person.elapsed, 1);
    case 'interrupted': {
      if (person.returnIn >= windowMonths) return nothing;
      const back = meanOfBelief(beliefs.returnAfterInterruption);
      const again = attemptFrom(beliefs, person.stage, person.elapsed, back);
      return { ...again, withdrew: again.withdrew + 1 - back };
    }
    case 'graduated': {
      const soon = person.undecided === true && (person.nextStartIn ?? windowMonths) < windowMonths;
      return soon ? begun(beliefs, person.held + 1, meanAt(beliefs.goOn, person.held - 1)) : nothing;
    }
    case 'route':
    case 'pi':
      return nothing;
  }
}

function leavingOf(person: Person, beliefs: Beliefs): number {
  const group = beliefs.groups[person.group];
  return group === undefined ? 0 : meanOfBelief(group.leaveYearly);
}

/** Holds an award and no role. */
function isWaiting(person: Person): boolean {
  if (person.role !== undefined) return false;
  return person.kind === 'graduated' || ('stage' in person && person.stage !== undefined && person.stage > 1);
}

/**
 * What a forecast expected of its people over the first year, by cause, with the mean of every rate; `gains` are those
 * of the engine. `waiting` is who holds an award and no role at its end: those who waited and the newly qualified,
 * less those named and those who left.
 */
export function expectedByCause(
  people: readonly Person[],
  beliefs: Beliefs,
  gains: Pick<ByCause, 'coi' | 'pi'>,
): ByCause {
  const learning = people.filter(({ kind }) => kind !== 'pi');
  // Sorted, so that the order of the people changes no digit.
  const total = (of: (person: Person) => number): number =>
    learning
      .map((person) => person.count * of(person))
      .sort((a, b) => a - b)
      .reduce((sum, part) => sum + part, 0);
  const course = (part: keyof Course): number => total((person) => courseOf(person, beliefs)[part]);
  const waited = total((person) => (isWaiting(person) ? 1 - leavingOf(person, beliefs) : 0));
  return {
    started: course('started'),
    completed: course('completed'),
    interrupted: course('interrupted'),
    withdrew: course('withdrew'),
    left: total((person) => leavingOf(person, beliefs)),
    waiting: Math.max(0, waited + course('firstAwards') - gains.coi - gains.pi),
    ...gains,
  };
}
