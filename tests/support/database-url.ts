/** What the start of the run tells every test file. */
export type TestDatabases = {
  readonly ownerUrl: string;
  /** Every database of this run begins with this. */
  readonly prefix: string;
  /** A migrated, empty database to copy. */
  readonly template: string;
};

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}
