import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { openingsOn, type OpeningReason } from '../../shared/research/openings.ts';
import type { Study } from '../../shared/research/study.ts';
import {
  candidatesFrom,
  whoCouldFollow,
  type Candidate,
  type Follower,
} from '../../shared/research/who-could-follow.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readStandings } from '../learners/read-standing.ts';
import { readLearners } from '../learners/read.ts';
import { lastDaysOf, readLog, type Log } from '../research/read-log.ts';
import { readPostsOn } from '../research/read-posts.ts';
import { readHandOvers } from '../research/read-recruitment.ts';
import { readPeople } from '../staff/read.ts';

/** Somebody who could lead, by name. */
export type NamedFollower = Follower & { readonly name: string };

/** A study that wants a Principal Investigator, and who could be it. */
export type StudyWanting = Pick<Study, 'id' | 'reference' | 'title' | 'specialty' | 'studyType'> & {
  /** Why: it loses its own, or is in set-up without one. */
  readonly reason: OpeningReason;
  /** The last day with a Principal Investigator; `null` where there is none now. */
  readonly on: PlainDate | null;
  readonly followers: readonly NamedFollower[];
  readonly notAllowed: number;
};

export type ShownLeads = {
  readonly dataCut: PlainDate;
  /** Studies that go on and lose their Principal Investigator within a year, soonest first, then those in set-up. */
  readonly studies: readonly StudyWanting[];
  /** People ready to act who lead no study; `null` while nobody's readiness is recorded. */
  readonly ready: number | null;
};

/** No more than a person reads; the nearest come first. */
const mostFollowers = 5;

type People = { readonly candidates: readonly Candidate[]; readonly nameOf: (id: string) => string };

/** Everybody in post on the learner register or a delegation log. */
async function readPeopleWith(
  tx: TrustReader,
  { trustId, today }: TrustContext,
  log: Log,
): Promise<People & Pick<ShownLeads, 'ready'>> {
  const { dataCut } = log;
  const learners = await readLearners(tx, trustId);
  const ids = [...new Set([...learners, ...log.entries].map(({ personId }) => personId))];
  const [people, posts] = [await readPeople(tx, trustId, ids), await readPostsOn(tx, trustId, ids, dataCut)];
  const standings = await readStandings(tx, trustId, learners, { today: today(), dataCut });
  const facts = ids
    .filter((id) => posts.has(id))
    .map((personId) => ({
      personId,
      ready: standings.of(personId).answer.ready,
      registration: people.get(personId)?.registrationBody ?? null,
    }));
  const candidates = candidatesFrom(facts, log.studies, log.entries, dataCut);
  const known = standings.readyAmong(new Set(posts.keys())) !== null;
  return {
    candidates,
    nameOf: (id) => people.get(id)?.name ?? 'Not in the staff file',
    ready: known ? candidates.filter(({ ready, isPi }) => ready && !isPi).length : null,
  };
}

function studiesWanting(
  log: Log,
  handOvers: ReadonlyMap<string, PlainDate>,
  { candidates, nameOf }: People,
): StudyWanting[] {
  const { studies, entries, dataCut } = log;
  const byId = new Map(studies.map((study) => [study.id, study]));
  const openings = openingsOn(studies, entries, handOvers, lastDaysOf(log), dataCut);
  return openings
    .toSorted((a, b) => Number(a.reason === 'set-up') - Number(b.reason === 'set-up'))
    .flatMap(({ studyId, from: on, reason }) => {
      const study = byId.get(studyId);
      if (study === undefined) return [];
      const { id, reference, title, specialty, studyType } = study;
      const { followers, notAllowed } = whoCouldFollow(study, candidates, on ?? dataCut);
      const named = followers
        .slice(0, mostFollowers)
        .map((follower) => ({ ...follower, name: nameOf(follower.personId) }));
      return [{ id, reference, title, specialty, studyType, reason, on, notAllowed, followers: named }];
    });
}

/** The openings of the trust, the same as on its research page, with who could lead each. */
export async function showLeads(ctx: TrustContext): Promise<Result<ShownLeads>> {
  return withTrust(ctx, async (tx) => {
    const log = await readLog(tx, ctx.trustId);
    if (log === null) return err('not-found', 'There is no such trust.');
    const { ready, ...people } = await readPeopleWith(tx, ctx, log);
    const studies = studiesWanting(log, await readHandOvers(tx, ctx.trustId), people);
    return ok({ dataCut: log.dataCut, studies, ready });
  });
}
