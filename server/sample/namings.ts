import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Naming } from './careers.ts';
import type { StageCourse } from './stage-rows.ts';
import type { Random } from './random.ts';

/** When one member of staff was first named in each role, and till when at most. */
export type NamedPerson = {
  readonly employeeNumber: string;
  readonly team: string;
  readonly coiSince: PlainDate | null;
  readonly piSince: PlainDate | null;
};

export type NamedSince = Pick<NamedPerson, 'coiSince' | 'piSince'>;

const nobody: NamedSince = { coiSince: null, piSince: null };

/** Never later than a fortnight before the data cut: a log reaches the office with some delay. */
function noLater(day: PlainDate, dataCut: PlainDate): PlainDate {
  const last = addDays(dataCut, -14);
  return day < last ? day : last;
}

function firstStart(courses: readonly StageCourse[]): PlainDate | null {
  return courses.flatMap(({ startedOn }) => startedOn ?? [])[0] ?? null;
}

function awards(courses: readonly StageCourse[]): PlainDate[] {
  return courses.flatMap(({ qualifiedOn }) => qualifiedOn ?? []);
}

/** The dates on which somebody who went this way was named: Co-I some months after an award, PI after a later one. */
export function namedSince(
  naming: Naming | null,
  courses: readonly StageCourse[],
  inPostSince: PlainDate,
  dataCut: PlainDate,
  random: Random,
): NamedSince {
  const start = firstStart(courses);
  const [firstAward] = awards(courses);
  const lastAward = awards(courses).at(-1);
  if (naming === 'before' && start !== null) {
    const earliest = addDays(inPostSince, 90);
    const wished = addDays(start, -random.whole(120, 900));
    return { ...nobody, coiSince: wished > earliest ? wished : earliest };
  }
  if (firstAward === undefined || lastAward === undefined) return nobody;
  const coi = noLater(addDays(firstAward, random.whole(40, 400)), dataCut);
  const pi = noLater(addDays(lastAward, random.whole(30, 80)), dataCut);
  if (naming === 'coi') return { ...nobody, coiSince: coi };
  if (naming === 'pi') return { ...nobody, piSince: pi };
  return naming === 'coi-then-pi' ? { coiSince: coi, piSince: pi } : nobody;
}

/** The role somebody holds now, as the learner sheet says it: the higher one, since the day it was first held. */
export function roleNow({ coiSince, piSince }: NamedSince): {
  readonly roleHeld: 'coi' | 'pi' | null;
  readonly roleSince: PlainDate | null;
} {
  if (piSince !== null) return { roleHeld: 'pi', roleSince: piSince };
  return coiSince === null ? { roleHeld: null, roleSince: null } : { roleHeld: 'coi', roleSince: coiSince };
}
