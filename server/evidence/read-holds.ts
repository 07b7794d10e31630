import { sql } from 'kysely';
import { canonicalJson } from '../../shared/evidence/canonical.ts';
import {
  holdsOf,
  namesIn,
  typedTexts,
  type Hold,
  type SaidByHand,
} from '../../shared/evidence/hand-typed.ts';
import type { Snapshot } from '../../shared/evidence/snapshot.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { sha256Of } from './sha256.ts';

/** Names (in lower case) and staff numbers of `wanted` that somebody on the staff file or a supervisor has. */
async function readPeople(
  tx: TrustReader,
  trustId: string,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const name = sql<string>`lower(first_name || ' ' || last_name)`;
  const staff = await tx
    .selectFrom('person')
    .select([name.as('name'), 'employee_number'])
    .where('trust_id', '=', trustId)
    .where(sql<boolean>`(${name} = any(${wanted}) or employee_number = any(${wanted}))`)
    .execute();
  const supervisors = await tx
    .selectFrom('supervisor')
    .select(sql<string>`lower(name)`.as('name'))
    .where('trust_id', '=', trustId)
    .where(sql<boolean>`lower(name) = any(${wanted})`)
    .execute();
  return new Set([
    ...staff.flatMap((row) => [row.name, row.employee_number]),
    ...supervisors.map((row) => row.name),
  ]);
}

/** What of the texts typed by hand is held back from a file. */
export async function readHolds(
  tx: TrustReader,
  trustId: string,
  { title, statements, figures, inputs }: Snapshot,
): Promise<readonly Hold[]> {
  const said: SaidByHand = { title, statements, figures, measures: inputs.measures };
  const wanted = [...new Set(typedTexts(said).flatMap(({ text }) => namesIn(text)))];
  return holdsOf(said, await readPeople(tx, trustId, wanted));
}

/** What a confirmation is of: these holds and no others. */
export function hashOfHolds(holds: readonly Hold[]): string {
  return sha256Of(canonicalJson(holds));
}

export type Confirmation = {
  /** ISO instant in UTC. */
  readonly at: string;
  /** `null` where the account is gone. */
  readonly by: string | null;
};

/** Who confirmed exactly these holds of a pack; `null` while nobody has. */
export async function readConfirmation(
  tx: TrustReader,
  trustId: string,
  packId: string,
  holds: readonly Hold[],
): Promise<Confirmation | null> {
  const row = await tx
    .selectFrom('evidence_confirmation as c')
    .leftJoin('user_account as u', 'u.user_id', 'c.confirmed_by')
    .select(['c.confirmed_at', 'u.name'])
    .where('c.trust_id', '=', trustId)
    .where('c.pack_id', '=', packId)
    .where('c.holds_sha256', '=', hashOfHolds(holds))
    .executeTakeFirst();
  return row === undefined ? null : { at: row.confirmed_at.toISOString(), by: row.name };
}
