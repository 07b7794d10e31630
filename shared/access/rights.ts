import { roles, type Role } from './roles.ts';

const everyone: readonly Role[] = roles;
const importers: readonly Role[] = ['workforce', 'administrator'];
/** Who keeps the learner register. */
const registrars: readonly Role[] = ['workforce', 'administrator'];
/** Readiness is recorded by those who train, sign off and agree the time. */
const readinessKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
const researchers: readonly Role[] = ['research', 'administrator'];
/** Who keeps the list of supervisors. */
const supervisorKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
const administrators: readonly Role[] = ['administrator'];

/**
 * Who may do what: the one table, used by server, pages and tests.
 *
 * A key is the path of a procedure, or `http:` and the name of a plain HTTP route. `server/trpc/app-router.ts` does
 * not compile with a procedure that is missing here, and `tests/security` walks the table in both directions.
 */
export const rights = {
  'session.current': everyone,
  'trust.list': everyone,
  'trust.switch': everyone,
  'trust.replaceWithOurData': importers,
  'release.grid': everyone,
  'release.team': everyone,
  'backfill.summary': everyone,
  'pipeline.inputs': everyone,
  'supervisors.list': everyone,
  'supervisors.save': supervisorKeepers,
  'supervisors.undo': supervisorKeepers,
  'research.summary': everyone,
  'research.study': everyone,
  'research.saveStudy': researchers,
  'research.addEntry': researchers,
  'research.endEntry': researchers,
  'research.undo': researchers,
  'overview.summary': everyone,
  'learners.register': everyone,
  'learners.show': everyone,
  'learners.add': registrars,
  'learners.move': registrars,
  'learners.undo': registrars,
  'learners.agree': registrars,
  'learners.ready': readinessKeepers,
  'imports.list': everyone,
  'imports.batch': everyone,
  'imports.rows': everyone,
  'imports.applyBatch': importers,
  'imports.discard': importers,
  'imports.undoBatch': importers,
  'imports.kept': everyone,
  'admin.users': administrators,
  'admin.audit': administrators,
  'http:imports.upload': importers,
  'http:imports.template': everyone,
  'http:imports.rejected': everyone,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof rights;

/** Every right, in the order of the table. */
export const allRights = Object.keys(rights) as readonly Right[];

export function can(role: Role, right: Right): boolean {
  return rights[right].includes(role);
}

/** What a role may do, for pages that show or hide a button. The server asks `can` again on every call. */
export function rightsOf(role: Role): readonly Right[] {
  return allRights.filter((right) => can(role, right));
}
