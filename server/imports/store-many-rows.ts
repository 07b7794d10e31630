import { sql } from 'kysely';
import type { TrustWriter } from '../db/with-trust.ts';

/**
 * Readies a transaction for tens of thousands of rows. Fresh rows have no statistics, and without them PostgreSQL may
 * choose to look 20,000 rows up one by one in 20,000 others; what it joins and sorts fits into memory; and when this
 * server is killed it stops within a second, instead of holding the trust's locks until a long statement ends (where
 * the system can tell). For this transaction only.
 */
export async function preferHashJoins(tx: TrustWriter): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '48MB', true)`.execute(
    tx,
  );
  await sql`select set_config('client_connection_check_interval', '1s', true) where version() ~ 'linux|darwin'`.execute(
    tx,
  );
}
