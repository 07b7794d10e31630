import { isPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Snapshot } from '../../shared/evidence/snapshot.ts';
import {
  frameworkSchema,
  measureSchema,
  statementSchema,
  type FrameworkFields,
  type Kept,
  type Measure,
  type Statement,
} from '../../shared/evidence/statement.ts';
import type { TrustReader } from '../db/with-trust.ts';

export type HeldFramework = Kept<FrameworkFields> & { readonly undoable: boolean };
export type HeldStatement = Statement & { readonly frameworkId: string; readonly undoable: boolean };
export type HeldMeasure = Kept<Measure> & { readonly undoable: boolean };

/** The trust's own versions of frameworks, in the order they were begun. */
export async function readFrameworks(tx: TrustReader, trustId: string): Promise<readonly HeldFramework[]> {
  const rows = await tx
    .selectFrom('evidence_framework')
    .select(['id', 'fields', 'before', 'version'])
    .where('trust_id', '=', trustId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, version, fields, before }) => ({
    ...{ ...frameworkSchema.parse(fields), id, version },
    undoable: before !== null,
  }));
}

/** "Q2" before "Q10". */
const byCode = new Intl.Collator('en', { numeric: true });

/** The questions of all frameworks, by their codes. */
export async function readStatements(tx: TrustReader, trustId: string): Promise<readonly HeldStatement[]> {
  const rows = await tx
    .selectFrom('evidence_statement')
    .select(['id', 'framework_id', 'fields', 'before', 'version'])
    .where('trust_id', '=', trustId)
    .orderBy('id')
    .execute();
  const statements = rows.map(({ id, version, fields, before, framework_id: frameworkId }) => ({
    ...{ ...statementSchema.parse(fields), id, version, frameworkId },
    undoable: before !== null,
  }));
  return statements.toSorted((a, b) => byCode.compare(a.code, b.code));
}

/** Values typed by hand, the latest first. */
export async function readMeasures(tx: TrustReader, trustId: string): Promise<readonly HeldMeasure[]> {
  const rows = await tx
    .selectFrom('evidence_measure')
    .select(['id', 'fields', 'before', 'version'])
    .where('trust_id', '=', trustId)
    .orderBy('id')
    .execute();
  const measures = rows.map(({ id, version, fields, before }) => ({
    ...{ ...measureSchema.parse(fields), id, version },
    undoable: before !== null,
  }));
  return measures.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

/** A pack in a list: what was frozen is in `readPack`. */
export type ListedPack = {
  readonly id: string;
  readonly frameworkId: string;
  readonly title: string;
  /** ISO instant in UTC. */
  readonly madeAt: string;
  /** `null` where the account is gone. */
  readonly madeBy: string | null;
  readonly sha256: string;
};

/** Every pack, the latest first. */
export async function readPacks(tx: TrustReader, trustId: string): Promise<readonly ListedPack[]> {
  const rows = await tx
    .selectFrom('evidence_pack as p')
    .leftJoin('user_account as u', 'u.user_id', 'p.made_by')
    .select(['p.id', 'p.framework_id', 'p.title', 'p.made_at', 'p.sha256', 'u.name'])
    .where('p.trust_id', '=', trustId)
    .orderBy('p.made_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    frameworkId: row.framework_id,
    title: row.title,
    madeAt: row.made_at.toISOString(),
    madeBy: row.name,
    sha256: row.sha256,
  }));
}

export type HeldPack = ListedPack & {
  /** The bytes as they were frozen. */
  readonly text: string;
  readonly snapshot: Snapshot;
};

/** A frozen pack; `null` when there is none with this id. @throws RangeError for one of a schema not known here. */
export async function readPack(tx: TrustReader, trustId: string, id: string): Promise<HeldPack | null> {
  const listed = (await readPacks(tx, trustId)).find((pack) => pack.id === id);
  if (listed === undefined) return null;
  const { snapshot: text } = await tx
    .selectFrom('evidence_pack')
    .select('snapshot')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...listed, text, snapshot: parsedSnapshot(text) };
}

/** Written by this program alone and held by its hash: only its version is looked at here. */
function parsedSnapshot(text: string): Snapshot {
  const snapshot = JSON.parse(text) as Snapshot;
  if (![1, 2].includes(snapshot.schema) || !isPlainDate(snapshot.madeOn))
    throw new RangeError('a pack of a schema this program does not know');
  return snapshot;
}
