import { readFileSync, statSync } from 'node:fs';
import { SetupError } from '../../config/setup-error.ts';

/** The account that runs PostgreSQL when it cannot be our own. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root: as root it runs as `postgres`, else as `nobody`. Null means as ourselves. An
 * unknown uid does not do, since PostgreSQL looks its name up.
 */
export function otherAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account !== null) return account;
  throw new SetupError(
    'PostgreSQL does not run as root, and this machine has no account postgres or nobody. Start as an ordinary user, or give DATABASE_URL.',
  );
}

/** As root, the account that owns a folder made by an earlier start, so that its database can be used again. */
export function ownerOf(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const { uid } = statSync(folder);
  return accounts().find((account) => account.uid === uid && uid !== 0) ?? null;
}

function accountNamed(name: string): Account | null {
  return accounts().find((account) => account.name === name) ?? null;
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Options for a child process of that account: a folder it can be in, and an environment that says nothing else. */
export function runAs(account: Account | null) {
  const kept = ['PATH', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    cwd: '/',
    env: { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' },
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}
