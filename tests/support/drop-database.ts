import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/**
 * Drops a database as its owner. A connection that is being closed, or a vacuum of the server's own, may still be in
 * it, and the owner may not end those: it is tried again for a while.
 */
export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        await client.query(`drop database if exists ${name}`);
        return;
      } catch (error) {
        if (tries === 100) throw error;
        await pause(50);
      }
    }
  } finally {
    await client.end();
  }
}
