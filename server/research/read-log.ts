import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { addMonths } from '../../shared/calendar/plain-date.ts';
import type { DelegationEntry } from '../../shared/research/delegation.ts';
import { monthsAhead } from '../../shared/research/study-lead.ts';
import type { Study } from '../../shared/research/study.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readPeople, type NamedPerson } from '../staff/read.ts';
import { readTrust } from '../trust/read.ts';
import { readPostsOn, type PostHeld } from './read-posts.ts';
import { readDelegationEntries, readStudies } from './read.ts';

/** Studies, who is on their logs, and what those people are on the day the data describe. */
export type Log = {
  readonly dataCut: PlainDate;
  readonly studies: readonly Study[];
  readonly entries: readonly DelegationEntry[];
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly posts: ReadonlyMap<string, PostHeld>;
};

/** @returns null when there is no such trust. */
export async function readLog(tx: TrustReader, trustId: string): Promise<Log | null> {
  const trust = await readTrust(tx, trustId);
  if (trust === null) return null;
  const studies = await readStudies(tx, trustId);
  const entries = await readDelegationEntries(tx, trustId);
  const ids = [...new Set(entries.map(({ personId }) => personId))];
  const people = await readPeople(tx, trustId, ids);
  const posts = await readPostsOn(tx, trustId, ids, trust.dataCut);
  return { dataCut: trust.dataCut, studies, entries, people, posts };
}

/** Last days in post that are known and not past the horizon, by person. */
export function lastDaysOf({
  posts,
  dataCut,
}: Pick<Log, 'posts' | 'dataCut'>): ReadonlyMap<string, PlainDate> {
  const horizon = addMonths(dataCut, monthsAhead);
  return new Map(
    [...posts].flatMap(([personId, { lastDay }]) =>
      lastDay !== null && lastDay <= horizon ? [[personId, lastDay] as const] : [],
    ),
  );
}

/** The name of somebody on a log. @throws Error when the register names a person who is not there. */
export function nameOf({ people }: Pick<Log, 'people'>, personId: string): string {
  const person = people.get(personId);
  if (person === undefined) throw new Error('a delegation entry without its person');
  return person.name;
}
