import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { AppliedEntity } from '../../shared/imports/batch.ts';
import type { IssueCode } from '../../shared/imports/issues.ts';
import type { JsonValue } from '../db/json.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** A column of the table with the key it has in a checked row, and its SQL type. */
export type RegisterField = readonly [column: string, key: string, type: 'text' | 'date' | 'int' | 'boolean'];

/** What a row refers to by a number or reference of its own, and the table by an id. */
export type RegisterReference = {
  readonly key: string;
  /** The text of the reference, over what `joins` joins to the held row `t`. */
  readonly held: RawBuilder<unknown>;
};

export type RegisterFault = { readonly column: string | null; readonly message: string };

/**
 * A table that one kind of file feeds row by row, in place. In its SQL `t` is a held row, `h` the held row that a
 * staged row would change (`h.id` and `h.row`, null when it is new), and `v` the staged row's values by their keys.
 */
export type Register = {
  readonly table: Extract<
    AppliedEntity,
    'supervisor' | 'study' | 'delegation_entry' | 'hours_taken' | 'bank_shift' | 'ledger_line'
  >;
  readonly fields: readonly RegisterField[];
  readonly references: readonly RegisterReference[];
  /** Joins from `t` to what it refers to. */
  readonly joins: RawBuilder<unknown>;
  /** What a held row is known by: the key of the rules of its kind. */
  readonly key: RawBuilder<unknown>;
  /** Employee number of a held row, where it is about a person. */
  readonly person: RawBuilder<unknown>;
  /** Left joins from `v` to what it refers to. */
  readonly lookups: (trustId: string) => RawBuilder<unknown>;
  /** The columns that hold ids, from those joins. */
  readonly ids: readonly (readonly [column: string, from: RawBuilder<unknown>])[];
  /** The code of what is wrong with a row that would change something, or null: only what is held can tell. */
  readonly fault: (trustId: string, batchId: string) => RawBuilder<unknown>;
  readonly faults: Readonly<Partial<Record<IssueCode, RegisterFault>>>;
  /** Keys that are never null: an empty cell leaves what is held, and a new row gets this. */
  readonly fallbacks: Readonly<Record<string, JsonValue>>;
  /** First and last day of a held row, where a whole list ends what it does not name, and the key of the last day. */
  readonly span: {
    readonly from: RawBuilder<unknown>;
    readonly to: RawBuilder<unknown>;
    readonly toKey: string;
  } | null;
  /** Tables whose rows that refer to one of these are no reason to keep it. */
  readonly loose: readonly string[];
  readonly afterApply?: (tx: TrustWriter, trustId: string, batchId: string) => Promise<void>;
  readonly beforePutBack?: (tx: TrustWriter, trustId: string, batchId: string) => Promise<void>;
};

/** A staged or held row's place in time. */
export type Asked = { readonly trustId: string; readonly batchId: string; readonly day: PlainDate };

/** Everything held, in the shape of checked rows, so that `jsonb` equality finds what changed. */
export function heldRows(
  { table, fields, references, ...register }: Register,
  trustId: string,
): RawBuilder<unknown> {
  const pairs = [
    ...references.map(({ key, held }) => sql`${sql.lit(key)}, ${held}`),
    ...fields.map(([column, key]) => sql`${sql.lit(key)}, t.${sql.ref(column)}`),
  ];
  const { span } = register;
  return sql`(select t.id, ${register.key} as key, jsonb_build_object(${sql.join(pairs)}) as row,
    ${register.person} as person, ${span?.from ?? sql`null::date`} as held_from, ${span?.to ?? sql`null::date`} as held_to
    from ${sql.table(table)} t ${register.joins} where t.trust_id = ${trustId})`;
}

/** Reads a row of JSON as `v`. */
export function valuesOf({ fields, references }: Register, json: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = [
    ...references.map(({ key }) => sql`${sql.ref(key)} text`),
    ...fields.map(([, key, type]) => sql`${sql.ref(key)} ${sql.raw(type)}`),
  ];
  return sql`jsonb_to_record(${json}) as v(${sql.join(columns)})`;
}

/** The columns of the table that a row fills, each with where its value comes from. */
export function columnsOf({ fields, ids }: Register): readonly (readonly [string, RawBuilder<unknown>])[] {
  return [...ids, ...fields.map(([column, key]) => [column, sql`v.${sql.ref(key)}`] as const)];
}
