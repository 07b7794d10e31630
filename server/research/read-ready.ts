import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { specialtiesByPerson, type ReadyPerson } from '../../shared/research/growth.ts';
import { trainingStateOn, type TrainingState } from '../../shared/research/training.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readReadiness } from '../learners/read-history.ts';
import { readLearners } from '../learners/read.ts';
import { readStandings } from '../learners/read-standing.ts';
import { readPeople } from '../staff/read.ts';
import type { Log } from './read-log.ts';
import { readPostsOn } from './read-posts.ts';

export type Ready = {
  /** People in post who are ready to act; `null` while nobody's readiness is recorded. */
  readonly people: readonly ReadyPerson[] | null;
  readonly trainingOf: (personId: string) => TrainingState;
};

/** Who is ready to act today, with what they may lead and the specialties they have worked in. */
export async function readReady(
  tx: TrustReader,
  trustId: string,
  { studies, entries, dataCut }: Log,
  today: PlainDate,
): Promise<Ready> {
  const learners = await readLearners(tx, trustId);
  const standings = await readStandings(tx, trustId, learners, { today, dataCut });
  const recorded = await readReadiness(tx, trustId);
  const ready = [...recorded.keys()].filter((personId) => standings.of(personId).answer.ready);
  const posts = await readPostsOn(tx, trustId, ready, dataCut);
  const people = await readPeople(tx, trustId, [...posts.keys()]);
  const specialties = specialtiesByPerson(studies, entries);
  const { months } = standings.validity;
  return {
    people:
      recorded.size === 0
        ? null
        : [...people].map(([personId, { registrationBody }]) => ({
            personId,
            registration: registrationBody,
            specialties: specialties.get(personId) ?? [],
          })),
    trainingOf: (personId) => trainingStateOn(recorded.get(personId) ?? null, months, today),
  };
}
