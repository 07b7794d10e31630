import { roles, type Role } from './roles.ts';

/** Whoever belongs to the trust at all. */
const members: readonly Role[] = roles;
/** The five roles that see every page; not the approver, who sees some, nor the learner, who sees one. */
const everyone: readonly Role[] = ['workforce', 'research', 'finance', 'administrator', 'read-only'];
/** Those and the rota and line managers: release, cover and the people who are released. */
const planReaders: readonly Role[] = [...everyone, 'approver'];
const importers: readonly Role[] = ['workforce', 'administrator'];
/** Whoever brings in some kind of file; which one, `shared/imports/who-imports.ts` says. */
const fileKeepers: readonly Role[] = ['workforce', 'finance', 'administrator'];
/** Who keeps the learner register. */
const registrars: readonly Role[] = ['workforce', 'administrator'];
/** Readiness is recorded by those who train, sign off and agree the time. */
const readinessKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
const researchers: readonly Role[] = ['research', 'administrator'];
/** Who keeps the list of supervisors. */
const supervisorKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
/** Who answers for the trust's own values. */
const parameterKeepers: readonly Role[] = ['finance', 'workforce', 'research', 'administrator'];
/** Who keeps codes and budgets. */
const budgetKeepers: readonly Role[] = ['finance', 'administrator'];
/** Who records what funders offer and pay, and by which rules. */
const fundingKeepers: readonly Role[] = ['finance', 'workforce', 'administrator'];
/** Who answers an inspection. */
const evidenceKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
/** Who keeps the trust's own rows of the catalogue and what people hold, and sees who holds it. */
const catalogueKeepers: readonly Role[] = ['workforce', 'research', 'administrator'];
const administrators: readonly Role[] = ['administrator'];

/**
 * Who may do what: the one table, used by server, pages and tests.
 *
 * A key is the path of a procedure, or `http:` and the name of a plain HTTP route. `server/trpc/app-router.ts` does
 * not compile with a procedure that is missing here, and `tests/security` walks the table in both directions.
 */
export const rights = {
  'session.current': members,
  'trust.list': members,
  'trust.switch': members,
  'trust.replaceWithOurData': importers,
  'release.grid': planReaders,
  'release.team': planReaders,
  'backfill.summary': planReaders,
  'backfill.team': planReaders,
  'backfill.savePolicy': registrars,
  'backfill.undoPolicy': registrars,
  'backfill.saveSetting': registrars,
  'backfill.undoSetting': registrars,
  'backfill.studyDays': registrars,
  'pipeline.inputs': everyone,
  'pipeline.beliefs': everyone,
  'pipeline.backTest': everyone,
  'pipeline.steps': everyone,
  'pipeline.leads': everyone,
  'supervisors.list': everyone,
  'supervisors.save': supervisorKeepers,
  'supervisors.undo': supervisorKeepers,
  'research.summary': everyone,
  'research.study': everyone,
  'research.studies': everyone,
  'research.activity': everyone,
  'research.people': everyone,
  'research.saveStudy': researchers,
  'research.addEntry': researchers,
  'research.endEntry': researchers,
  'research.saveRecruitment': researchers,
  'research.askHandOver': researchers,
  'research.saveSetting': researchers,
  'research.undo': researchers,
  'parameters.inUse': members,
  'parameters.own': everyone,
  'parameters.payCodes': everyone,
  'parameters.preview': parameterKeepers,
  'parameters.save': parameterKeepers,
  'parameters.end': parameterKeepers,
  'parameters.undo': parameterKeepers,
  'overview.summary': everyone,
  'learners.register': planReaders,
  'learners.show': members,
  'learners.add': registrars,
  'learners.move': registrars,
  'learners.undo': registrars,
  'learners.agree': registrars,
  'learners.ready': readinessKeepers,
  'learners.recordHours': registrars,
  'learners.undoChange': registrars,
  'learners.deadlines': planReaders,
  'learners.saveDate': registrars,
  'learners.decideMove': registrars,
  'funding.show': everyone,
  'funding.exposure': everyone,
  'funding.saveAward': fundingKeepers,
  'funding.saveSource': fundingKeepers,
  'funding.saveRound': fundingKeepers,
  'funding.undo': fundingKeepers,
  'budget.show': everyone,
  'budget.totals': everyone,
  'budget.working': everyone,
  'budget.lines': everyone,
  'budget.saveCode': budgetKeepers,
  'budget.saveBudget': budgetKeepers,
  'budget.undo': budgetKeepers,
  'evidence.show': everyone,
  'evidence.pack': everyone,
  'evidence.adopt': evidenceKeepers,
  'evidence.saveFramework': evidenceKeepers,
  'evidence.saveStatement': evidenceKeepers,
  'evidence.saveMeasure': evidenceKeepers,
  'evidence.undo': evidenceKeepers,
  'evidence.freeze': evidenceKeepers,
  'evidence.confirm': evidenceKeepers,
  'catalogue.show': everyone,
  'catalogue.holders': catalogueKeepers,
  'catalogue.person': members,
  'catalogue.save': catalogueKeepers,
  'catalogue.remove': catalogueKeepers,
  'catalogue.undo': catalogueKeepers,
  'imports.list': everyone,
  'imports.batch': everyone,
  'imports.rows': everyone,
  'imports.applyBatch': fileKeepers,
  'imports.discard': fileKeepers,
  'imports.undoBatch': fileKeepers,
  'imports.kept': everyone,
  'imports.profiles': everyone,
  'imports.saveProfile': fileKeepers,
  'imports.endProfile': fileKeepers,
  'imports.undoProfile': fileKeepers,
  'admin.users': administrators,
  'admin.audit': administrators,
  'admin.setAccess': administrators,
  'http:imports.upload': fileKeepers,
  'http:imports.inspect': fileKeepers,
  'http:learners.calendar': planReaders,
  'http:evidence.export': everyone,
  'http:imports.template': everyone,
  'http:imports.rejected': everyone,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof rights;

/** Every right, in the order of the table. */
export const allRights = Object.keys(rights) as readonly Right[];

export function can(role: Role, right: Right): boolean {
  return rights[right].includes(role);
}

/**
 * What may also be asked by somebody who is limited to divisions: it answers from the teams of those divisions and the
 * people in them, and says so. Everything that is not here needs the whole trust (an import proposes leavers, a
 * supervisor's slots are used from everywhere), so that a right added to the table above is shut until it is added here.
 */
const withinDivisions: readonly Right[] = [
  'session.current',
  'trust.list',
  'trust.switch',
  'overview.summary',
  'release.grid',
  'release.team',
  'backfill.summary',
  'backfill.team',
  'backfill.savePolicy',
  'backfill.undoPolicy',
  'backfill.studyDays',
  'pipeline.inputs',
  'pipeline.beliefs',
  'research.summary',
  'research.study',
  'research.studies',
  'learners.register',
  'learners.show',
  'learners.add',
  'learners.move',
  'learners.undo',
  'learners.agree',
  'learners.ready',
  'learners.recordHours',
  'learners.undoChange',
  'learners.deadlines',
  'learners.saveDate',
  'learners.decideMove',
  'catalogue.show',
  'catalogue.holders',
  'catalogue.person',
  'parameters.inUse',
  'parameters.own',
  'parameters.payCodes',
  'http:learners.calendar',
];

/** Whether a right answers from some divisions alone; the others need the whole trust. */
export function worksWithinDivisions(right: Right): boolean {
  return withinDivisions.includes(right);
}

/** What somebody may do, for pages that show or hide a button. The server asks again on every call. */
export function rightsOf(role: Role, limited = false): readonly Right[] {
  return allRights.filter((right) => can(role, right) && (!limited || worksWithinDivisions(right)));
}
