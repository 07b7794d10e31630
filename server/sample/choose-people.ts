import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { isRegisteredGroup } from '../../shared/staff/staff.ts';
import { eachPerson, type Career, type StageRun } from './careers.ts';
import { itemAt, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';

/** One member of staff and the way that person went through the framework. */
export type Learning = { readonly person: StaffRow; readonly career: Career };

/** Which teams the learners of a trust come from. */
export type Places = {
  /** For people on a course now. */
  readonly now: readonly string[];
  /** For people who are interrupted, or planned. */
  readonly next: readonly string[];
  /** Nobody is taken from these: the worked example asks about a ward without learners. */
  readonly without: readonly string[];
};

type Standing = 'now' | 'next' | 'past';

function standingOf({ runs }: Career): Standing {
  const last = lastRun(runs).outcome;
  if (last === 'enrolled') return 'now';
  return last === 'withdrawn' || last.startsWith('qualified') ? 'past' : 'next';
}

export function lastRun(runs: readonly StageRun[]): StageRun {
  return itemAt(runs, runs.length - 1);
}

/** Staff who could be on the framework: registered, in a permanent active post of Band 5 to 8a or a career-grade doctor. */
function couldStudy(row: StaffRow): boolean {
  return (
    isRegisteredGroup(row.staffGroup) &&
    row.status === 'Active Assignment' &&
    row.category === 'Permanent' &&
    row.hours >= 22.5 &&
    !row.assignmentNumber.includes('-') &&
    row.ageBand < '56' &&
    /^(XR0[5678]|MC75)$/.test(row.payScale)
  );
}

/** Two in three learners are of Band 6 or above: most who study are specialists or lead a shift. */
function prefer(rows: readonly StaffRow[], random: Random): StaffRow | null {
  const senior = rows.filter((row) => row.payScale !== 'XR05');
  const from = senior.length > 0 && random.chance(2 / 3) ? senior : rows;
  return from.length === 0 ? null : random.pick(from);
}

/** In post for a year before the first intake, and never chosen twice. */
function candidates(staff: readonly StaffRow[], taken: ReadonlySet<string>, career: Career): StaffRow[] {
  const needed: PlainDate = addDays(asPlainDate(`${itemAt(career.runs, 0).year}-09-01`), -365);
  return staff.filter((row) => row.startDate <= needed && !taken.has(row.employeeNumber));
}

/**
 * Gives every career of the list to a member of staff.
 *
 * @throws RangeError when a team has nobody who could have gone that way: the outline of the team is too small.
 */
export function choosePeople(
  staff: readonly StaffRow[],
  careers: readonly Career[],
  places: Places,
  random: Random,
): Learning[] {
  const twice = new Set(
    staff.filter((row) => row.assignmentNumber.includes('-')).map((row) => row.employeeNumber),
  );
  const eligible = staff.filter((row) => couldStudy(row) && !twice.has(row.employeeNumber));
  const elsewhere = eligible.filter((row) => !places.without.includes(row.team));
  const taken = new Set<string>();
  const seats: Readonly<Record<Standing, string[]>> = {
    now: [...places.now],
    next: [...places.next],
    past: [],
  };
  return random.shuffled(eachPerson(careers)).map((career) => {
    const team = seats[standingOf(career)].shift();
    const pool = team === undefined ? elsewhere : eligible.filter((row) => row.team === team);
    const person = prefer(candidates(pool, taken, career), random);
    if (person === null) throw new RangeError(`nobody in ${team ?? 'the trust'} could have gone that way`);
    taken.add(person.employeeNumber);
    return { person, career };
  });
}
