import { Client } from 'pg';

/** Copies a database that nobody is in. By files: half the time of copying through the log, where nothing is fsynced. */
export async function copyDatabase(ownerUrl: string, from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`create database ${to} template ${from} strategy file_copy`);
  } finally {
    await client.end();
  }
}
