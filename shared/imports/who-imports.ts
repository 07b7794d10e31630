import { roleNames, roles, type Role } from '../access/roles.ts';
import { err, ok, type Result } from '../core/result.ts';
import { importKinds, type ImportKind } from './kind.ts';

const register: readonly Role[] = ['workforce', 'administrator'];
const money: readonly Role[] = ['workforce', 'finance', 'administrator'];

/** Who brings each kind of file in, applies it, puts it away, undoes it, and keeps its layouts. */
const importersOf: Readonly<Record<ImportKind, readonly Role[]>> = {
  staff: register,
  teams: register,
  learners: register,
  supervisors: register,
  studies: register,
  delegation: register,
  'roster-hours': register,
  'bank-shifts': money,
  ledger: money,
};

export function mayImport(role: Role, kind: ImportKind): boolean {
  return importersOf[kind].includes(role);
}

/** Refused with `not-allowed` for whoever may import, but not this kind. */
export function allowImport(role: Role, kind: ImportKind): Result<null> {
  return mayImport(role, kind) ? ok(null) : err('not-allowed', 'You may not bring in files of this kind.');
}

/** Who brings in which kind of file, as a table in Markdown: part of docs/access.md. */
export function importMatrix(): string {
  const own = roles.filter((role) => importKinds.some((kind) => mayImport(role, kind)));
  const headings = ['Kind of file', ...own.map((role) => roleNames[role])];
  const rows = importKinds.map((kind) => [
    `\`${kind}\``,
    ...own.map((role) => (mayImport(role, kind) ? 'yes' : '')),
  ]);
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
