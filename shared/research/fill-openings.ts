import type { PlainDate } from '../calendar/plain-date.ts';
import type { StudyType } from './study.ts';
import { mayBePi } from './who-may-be-pi.ts';

type Wanted = { readonly studyType: StudyType | null };
type Person = { readonly registration: string | null };

/** Openings of one type of study, with the people who take one each. */
type Places = { readonly studyType: StudyType | null; readonly room: number; readonly takers: Person[] };

function placesOf(openings: readonly Wanted[]): readonly Places[] {
  const types = [...new Set(openings.map(({ studyType }) => studyType))];
  return types.map((studyType) => ({
    studyType,
    room: openings.filter((one) => one.studyType === studyType).length,
    takers: [],
  }));
}

/**
 * The most openings that people could take at one each, by the rule of who may lead their type of study on a day:
 * somebody who may lead any is moved to leave room for somebody who may lead one type alone.
 */
export function mostFilled(openings: readonly Wanted[], people: readonly Person[], date: PlainDate): number {
  const places = placesOf(openings);
  const place = (person: Person, tried: Set<Places>): boolean =>
    places.some((one) => {
      if (tried.has(one) || mayBePi(one.studyType, person.registration, date).kind !== 'allowed')
        return false;
      tried.add(one);
      if (one.takers.length < one.room) return one.takers.push(person) > 0;
      const moved = one.takers.findIndex((taker) => place(taker, tried));
      if (moved < 0) return false;
      one.takers[moved] = person;
      return true;
    });
  return people.filter((person) => place(person, new Set())).length;
}
