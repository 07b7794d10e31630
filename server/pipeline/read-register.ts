import { sql } from 'kysely';
import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { movePatchSchema } from '../../shared/learners/move-patch.ts';
import type { RecordedMove, RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';
import type { PostSpan } from '../../shared/pipeline/calibration/register-facts.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readDelegationEntries, readStudies } from '../research/read.ts';

/** Every person's time in post, all assignments together, in the staff group of the latest. */
async function readPosts(tx: TrustReader, trustId: string): Promise<PostSpan[]> {
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.trust_id', '=', 'a.trust_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.person_id', 'p.age_band'])
    .select([
      sql<string>`(array_agg(a.staff_group order by a.start_date desc, a.id))[1]`.as('staff_group'),
      sql<PlainDate>`min(a.start_date)`.as('first'),
      sql<PlainDate | null>`case when bool_or(a.leaving_date is null) then null
        else max(a.leaving_date) end`.as('last'),
    ])
    .where('a.trust_id', '=', trustId)
    .where('a.superseded_at', 'is', null)
    .groupBy(['a.person_id', 'p.age_band'])
    .orderBy('a.person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    staffGroup: row.staff_group,
    ageBand: row.age_band,
    from: row.first,
    to: row.last,
  }));
}

/** The day the first staff file was applied: leavers are seen since then. */
async function readStaffSeenFrom(tx: TrustReader, trustId: string): Promise<PlainDate | null> {
  const row = await tx
    .selectFrom('assignment')
    .select((make) => make.fn.min('recorded_at').as('first'))
    .where('trust_id', '=', trustId)
    .executeTakeFirst();
  return row === undefined ? null : dayOf(row.first);
}

/** An instant as its day in UTC. */
function dayOf(instant: Date | null): PlainDate | null {
  return instant === null ? null : parsePlainDate(instant.toISOString().slice(0, 10));
}

async function readMoves(tx: TrustReader, trustId: string): Promise<RecordedMove[]> {
  const rows = await tx
    .selectFrom('learner_event')
    .select(['learner_id', 'move', 'reason', 'before', 'recorded_at'])
    .where('trust_id', '=', trustId)
    .where('undone_at', 'is', null)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const recordedOn = dayOf(row.recorded_at);
    if (recordedOn === null) return [];
    return [
      {
        learnerId: row.learner_id,
        recordedOn,
        before: movePatchSchema.parse(row.before),
        leftTrust: row.move === 'withdraw' && row.reason === 'left-trust',
      },
    ];
  });
}

async function readRecordedOn(tx: TrustReader, trustId: string): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx
    .selectFrom('learner')
    .select(['id', 'created_at'])
    .where('trust_id', '=', trustId)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const day = dayOf(row.created_at);
      return day === null ? [] : [[row.id, day] as const];
    }),
  );
}

/** Everything that history, beliefs and back-test are made from, with the days it was recorded on. */
export async function readRecordedRegister(tx: TrustReader, trustId: string): Promise<RecordedRegister> {
  const [learners, recordedOn] = [await readLearners(tx, trustId), await readRecordedOn(tx, trustId)];
  return {
    learners: learners.flatMap((row) => {
      const day = recordedOn.get(row.id);
      return day === undefined ? [] : [{ learner: row, recordedOn: day }];
    }),
    moves: await readMoves(tx, trustId),
    studies: await readStudies(tx, trustId),
    entries: await readDelegationEntries(tx, trustId),
    posts: await readPosts(tx, trustId),
    staffSeenFrom: await readStaffSeenFrom(tx, trustId),
  };
}
