import type { ColumnType } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { JsonValue } from './json.ts';

/** A calendar day: read as text ('YYYY-MM-DD'), never as a JavaScript date. */
export type Day = ColumnType<PlainDate, string, string>;
export type DayOrNull = ColumnType<PlainDate | null, string | null | undefined, string | null>;
/** An instant, in UTC. */
export type Instant = ColumnType<Date, Date, Date>;
export type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;
export type CreatedAt = ColumnType<Date, Date | undefined, never>;
/** `jsonb`: read as a value, written as `JSON.stringify(value)` (the driver would turn an array into a SQL array). */
export type Jsonb<T extends JsonValue = JsonValue> = ColumnType<
  T | null,
  string | null | undefined,
  string | null
>;
export type Version = ColumnType<number, number | undefined, number>;
