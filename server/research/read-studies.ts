import { sql } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Study } from '../../shared/research/study.ts';
import type { StudyQuestion, StudySort } from '../../shared/research/study-question.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { studyOf } from './read.ts';

const sortColumns = {
  reference: 'reference',
  title: 'title',
  specialty: 'specialty',
  type: 'study_type',
  funding: 'commercial',
  status: 'status',
  planned: 'planned_close',
  closed: 'closed_on',
} as const satisfies Record<StudySort['key'], string>;

/** `faulty`: the ids of the studies with the fault that is asked for; `null` where none is. */
type Asked = Omit<StudyQuestion, 'fault'> & { readonly faulty: readonly string[] | null };

function matching(tx: TrustReader, trustId: string, question: Asked) {
  const { status, type, specialty, funding, log, text } = question;
  let query = tx.selectFrom('study').where('trust_id', '=', trustId);
  if (status !== 'any') query = query.where('status', '=', status);
  if (type === 'not-known') query = query.where('study_type', 'is', null);
  else if (type !== 'any') query = query.where('study_type', '=', type);
  if (specialty !== '') query = query.where('specialty', '=', specialty);
  if (funding === 'not-known') query = query.where('commercial', 'is', null);
  else if (funding !== 'any') query = query.where('commercial', '=', funding === 'commercial');
  if (log !== 'any') query = query.where('delegation_log_held', '=', log === 'held');
  const { faulty } = question;
  if (faulty !== null) query = query.where(sql<boolean>`id = any(${[...faulty]}::uuid[])`);
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return query;
  return query.where(
    sql<boolean>`position(${wanted} in lower(concat_ws(' ', reference, title, cpms_id, iras_id, edge_id, sites))) > 0`,
  );
}

/** The studies that a question asks for: one page of them, or all; with how many there are. */
export async function readStudyPage(
  tx: TrustReader,
  trustId: string,
  question: Asked,
  page: { readonly from: number; readonly rows: number } | null,
): Promise<{ readonly studies: readonly Study[]; readonly found: number }> {
  const { key, direction } = question.sort;
  const ordered = matching(tx, trustId, question)
    .selectAll()
    .orderBy(sortColumns[key], (order) =>
      direction === 'ascending' ? order.asc().nullsLast() : order.desc().nullsLast(),
    )
    .orderBy('reference');
  const rows = await (page === null ? ordered : ordered.limit(page.rows).offset(page.from)).execute();
  const { found } = await matching(tx, trustId, question)
    .select((make) => make.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return { studies: rows.map(studyOf), found: Number(found) };
}

/** How many studies the register holds, and the specialties they name, in alphabetical order. */
export async function readStudyFacets(
  tx: TrustReader,
  trustId: string,
): Promise<{ readonly all: number; readonly specialties: readonly string[] }> {
  const rows = await tx
    .selectFrom('study')
    .select(['specialty', (make) => make.fn.countAll<number>().as('studies')])
    .where('trust_id', '=', trustId)
    .groupBy('specialty')
    .execute();
  return {
    all: rows.reduce((sum, { studies }) => sum + Number(studies), 0),
    specialties: rows.flatMap(({ specialty }) => (specialty === null ? [] : [specialty])).sort(),
  };
}

/** The names of the Principal Investigators of some studies on a day, by study. */
export async function readLeads(
  tx: TrustReader,
  trustId: string,
  studyIds: readonly string[],
  date: PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (studyIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('delegation_entry as e')
    .innerJoin('person as p', (join) =>
      join.onRef('p.trust_id', '=', 'e.trust_id').onRef('p.id', '=', 'e.person_id'),
    )
    .innerJoin('study as s', (join) =>
      join.onRef('s.trust_id', '=', 'e.trust_id').onRef('s.id', '=', 'e.study_id'),
    )
    .select(['e.study_id', 'p.first_name', 'p.last_name'])
    .where('e.trust_id', '=', trustId)
    .where(sql<boolean>`e.study_id = any(${[...studyIds]}::uuid[])`)
    .where('e.role', '=', 'pi')
    .where('e.started_on', '<=', date)
    .where((where) => where.or([where('e.ended_on', 'is', null), where('e.ended_on', '>=', date)]))
    .where((where) => where.or([where('s.closed_on', 'is', null), where('s.closed_on', '>', date)]))
    .orderBy('e.started_on')
    .orderBy('e.id')
    .execute();
  const leads = new Map<string, string[]>();
  for (const row of rows) {
    const name = `${row.first_name} ${row.last_name}`;
    leads.set(row.study_id, [...(leads.get(row.study_id) ?? []), name]);
  }
  return leads;
}
