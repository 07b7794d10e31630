import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../shared/access/roles.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { z } from 'zod';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { saveBudget } from '../../server/budget/save-budget.ts';
import type { saveCodeInput } from '../../server/budget/save-code.ts';
import type { Mapping } from '../../shared/imports/profile.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { saveRow } from '../../server/catalogue/save-row.ts';
import { exampleFee } from '../support/catalogue.ts';
import { adoptFramework } from '../../server/evidence/adopt-framework.ts';
import { freezePack } from '../../server/evidence/freeze-pack.ts';
import { showPack } from '../../server/evidence/show-pack.ts';
import { addEntry } from '../../server/research/add-entry.ts';
import { saveProfile } from '../../server/imports/save-profile.ts';
import { noRecruitment } from '../../server/research/save-recruitment.ts';
import { saveStudy } from '../../server/research/save-study.ts';
import type { Saved } from '../../server/db/register-changes.ts';
import { bankOnlyPolicy } from '../../shared/backfill/cover-policy.ts';
import { newId } from '../../server/db/new-id.ts';
import { savePolicy, saveSetting } from '../../server/backfill/save-setting.ts';
import { saveSupervisor } from '../../server/supervisors/save-supervisor.ts';
import { appRouter } from '../../server/trpc/app-router.ts';
import { recordHours } from '../../server/learners/record-hours.ts';
import { moveLearner } from '../../server/learners/move-learner.ts';
import { saveOverride } from '../../server/parameters/save-override.ts';
import { saveSource } from '../../server/funding/save-source.ts';
import { bursaryAward, copiedRound, cpdTerms } from '../support/funding.ts';
import { importText, preview, wholeStaff } from '../support/imports.ts';
import { agreed, applied, interest, interested, mover, ready, staffMember } from '../support/register.ts';
import { exampleSupervisor } from '../support/supervisors.ts';
import { addResearcher, exampleStudy } from '../support/research.ts';
import { fillEveryTable } from '../support/rows.ts';
import { useServer, type Person, type TestServer } from '../support/server.ts';
import { person, staffFile } from '../support/staff-file.ts';

type Mutation = {
  readonly as: Role;
  /** Prepares what the call needs, and gives its input. */
  readonly input: (server: TestServer) => Promise<unknown>;
  /** Which trust's log holds the entry. */
  readonly logOf?: 'a' | 'b';
};

async function previewOf(server: TestServer): Promise<string> {
  const { id } = await preview(
    server.trusts.a.as('workforce'),
    wholeStaff,
    staffFile([person(1), person(2)]),
  );
  return id;
}

const exampleCodes: z.output<typeof saveCodeInput>['codes'] = {
  subject: { kind: 'source', source: 'charity' },
  from: asPlainDate('2026-04-01'),
  costCentre: null,
  fundingCode: 'R500',
  project: null,
  analysis: null,
};

const exampleBudget = { costCentre: 'CC1', financialYear: asFinancialYear('2026/27'), pence: 5_000_000 };

const exampleLayout: Mapping = {
  kind: 'staff',
  name: 'Another system',
  headings: { lastName: 'Surname' },
  values: {},
};

const coInvestigator = {
  role: 'coi',
  startedOn: asPlainDate('2025-01-06'),
  endedOn: null,
  source: 'Delegation log',
} as const;

/** A study in trust A, and somebody in its staff who may go on the log. */
async function studyIn(server: TestServer): Promise<Saved> {
  const { a } = server.trusts;
  await addResearcher(server, a, { number: '30400001', staffGroup: 'Medical and Dental' });
  const saved = await saveStudy(a.as('research'), { known: null, study: exampleStudy });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

/** A team in trust A. */
async function teamIn(server: TestServer): Promise<string> {
  const id = newId();
  await server.asApp(
    { trustId: server.trusts.a.id },
    `insert into team (trust_id, id, name, type) values ($1, $2, 'Ward', 'not-rostered')`,
    [server.trusts.a.id, id],
  );
  return id;
}

const nurseSupply = {
  kind: 'supply' as const,
  staffGroup: 'Nursing and Midwifery Registered' as const,
  version: 0,
  steps: [{ from: asPlainDate('2026-11-16'), minutesPerWeek: 30_000 }],
};

const hoursOf = (learnerId: string) => ({
  learnerId,
  week: asPlainDate('2026-11-09'),
  minutes: 450,
  version: 0,
});

const ownFill = {
  known: null,
  override: {
    code: 'DEFAULT_FILL',
    effectiveFrom: asPlainDate('2026-10-01'),
    value: 9_000,
    low: null,
    high: null,
    source: 'Roster of October',
    status: 'derived',
    reviewOn: asPlainDate('2099-04-01'),
    beforePublished: false,
    owner: 'Deputy director of workforce',
    note: 'Our own rosters',
  },
} as const;

async function savedFill(server: TestServer): Promise<{ id: string; version: number }> {
  const saved = await saveOverride(server.trusts.a.as('finance'), ownFill);
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

const ownQuestion = {
  ...{ code: 'Q1', theme: 'other', standing: 'typed', text: 'Why?' },
  ...{ facts: [], decisions: [], gaps: [] },
};

/** A framework that trust A begun. */
async function frameworkIn({ trusts }: TestServer): Promise<{ id: string; version: number }> {
  const begun = await adoptFramework(trusts.a.as('research'), { base: 'well-led-2018', carryFrom: null });
  if (!begun.ok) throw new Error(begun.error.message);
  return { id: begun.value.id, version: begun.value.version };
}

/** A pack of trust A whose title, typed by hand, holds a small number; as its page shows it. */
async function heldPack(server: TestServer): Promise<{ id: string; holds: string }> {
  const ctx = server.trusts.a.as('research');
  const frameworkId = (await frameworkIn(server)).id;
  const frozen = await freezePack(ctx, { frameworkId, title: 'Pack of three wards' });
  const shown = frozen.ok ? await showPack(ctx, { id: frozen.value.id }) : frozen;
  if (!frozen.ok || !shown.ok) throw new Error('no pack');
  return { id: frozen.value.id, holds: shown.value.held.sha256 };
}

/** A layout that trust A saved. */
async function layoutIn({ trusts }: TestServer): Promise<unknown> {
  const saved = await saveProfile(trusts.a.as('workforce'), { known: null, mapping: exampleLayout });
  return saved.ok ? saved.value : null;
}

/** A fee that trust A entered in the catalogue. */
async function savedFee({ trusts }: TestServer): Promise<Saved> {
  const saved = await saveRow(trusts.a.as('workforce'), {
    kind: 'programme-fee',
    known: null,
    fields: exampleFee,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

/** One good call of every mutation; a mutation that is missing here fails the first test. */
const mutations: Readonly<Record<string, Mutation>> = {
  'trust.switch': {
    as: 'finance',
    input: (server) => Promise.resolve({ trustId: server.trusts.b.id }),
    logOf: 'b',
  },
  'trust.replaceWithOurData': {
    as: 'workforce',
    input: async (server) => {
      await fillEveryTable(server, server.trusts.a);
      return { confirmation: 'Trust A' };
    },
  },
  'research.saveStudy': {
    as: 'research',
    input: () => Promise.resolve({ known: null, study: exampleStudy }),
  },
  'research.addEntry': {
    as: 'administrator',
    input: async (server) => {
      const { id } = await studyIn(server);
      return { studyId: id, employeeNumber: '30400001', ...coInvestigator };
    },
  },
  'research.endEntry': {
    as: 'research',
    input: async (server) => {
      const { id } = await studyIn(server);
      const input = { studyId: id, employeeNumber: '30400001', ...coInvestigator };
      const added = await addEntry(server.trusts.a.as('research'), input);
      return { id: added.ok ? added.value.id : '', version: 1, endedOn: '2026-06-30' };
    },
  },
  'backfill.savePolicy': {
    as: 'workforce',
    input: async (server) => ({ teamId: await teamIn(server), version: 0, policy: bankOnlyPolicy }),
  },
  'backfill.undoPolicy': {
    as: 'workforce',
    input: async (server) => {
      const teamId = await teamIn(server);
      await savePolicy(server.trusts.a.as('workforce'), { teamId, version: 0, policy: bankOnlyPolicy });
      return { teamId, version: 1 };
    },
  },
  'backfill.saveSetting': { as: 'workforce', input: () => Promise.resolve(nurseSupply) },
  'backfill.undoSetting': {
    as: 'administrator',
    input: async (server) => {
      await saveSetting(server.trusts.a.as('workforce'), nurseSupply);
      return { kind: 'supply', staffGroup: nurseSupply.staffGroup, version: 1 };
    },
  },
  'backfill.studyDays': {
    as: 'workforce',
    input: () => Promise.resolve({ from: '2026-11-16', to: '2026-12-31' }),
  },
  'budget.saveCode': { as: 'finance', input: () => Promise.resolve({ known: null, codes: exampleCodes }) },
  'budget.saveBudget': {
    as: 'finance',
    input: () => Promise.resolve({ version: null, budget: exampleBudget }),
  },
  'budget.undo': {
    as: 'administrator',
    input: async (server) => {
      const saved = await saveBudget(server.trusts.a.as('finance'), { version: null, budget: exampleBudget });
      return { changeId: saved.ok ? saved.value.changeId : '' };
    },
  },
  'research.saveRecruitment': {
    as: 'research',
    input: async (server) => {
      const { id, version } = await studyIn(server);
      return { studyId: id, version, recruitment: { ...noRecruitment, siteTarget: 40 } };
    },
  },
  'research.askHandOver': {
    as: 'research',
    input: async (server) => {
      const { id } = await studyIn(server);
      const input = { studyId: id, employeeNumber: '30400001', ...coInvestigator, role: 'pi' as const };
      const added = await addEntry(server.trusts.a.as('research'), input);
      return { id: added.ok ? added.value.id : '', version: 1, handOverBy: '2027-03-31' };
    },
  },
  'research.saveSetting': {
    as: 'administrator',
    input: () => {
      const value = { pi: { weeklyMinutes: 240, fundedBy: null } };
      const setting = { kind: 'role-time', effectiveFrom: '2026-04-01', owner: 'R&D director', value };
      return Promise.resolve({ version: 0, setting });
    },
  },
  'supervisors.save': {
    as: 'workforce',
    input: () => Promise.resolve({ known: null, supervisor: exampleSupervisor }),
  },
  'supervisors.undo': {
    as: 'workforce',
    input: async (server) => {
      const ctx = server.trusts.a.as('workforce');
      const saved = await saveSupervisor(ctx, { known: null, supervisor: exampleSupervisor });
      return { changeId: saved.ok ? saved.value.changeId : '' };
    },
  },
  'funding.saveAward': {
    as: 'finance',
    input: async (server) => {
      const { learnerId } = await interested(server.trusts.a, server);
      return { known: null, award: bursaryAward(learnerId) };
    },
  },
  'funding.saveSource': { as: 'workforce', input: () => Promise.resolve({ known: null, terms: cpdTerms }) },
  'funding.saveRound': { as: 'finance', input: () => Promise.resolve({ known: null, round: copiedRound }) },
  'funding.undo': {
    as: 'administrator',
    input: async (server) => {
      const saved = await saveSource(server.trusts.a.as('finance'), { known: null, terms: cpdTerms });
      return { changeId: saved.ok ? saved.value.changeId : '' };
    },
  },
  'parameters.save': { as: 'research', input: () => Promise.resolve(ownFill) },
  'parameters.end': { as: 'finance', input: savedFill },
  'parameters.undo': { as: 'workforce', input: savedFill },
  'research.undo': {
    as: 'research',
    input: async (server) => ({ changeId: (await studyIn(server)).changeId }),
  },
  'evidence.adopt': {
    as: 'research',
    input: () => Promise.resolve({ base: 'single-2023', carryFrom: null }),
  },
  'evidence.saveFramework': {
    as: 'administrator',
    input: async (server) => ({
      known: await frameworkIn(server),
      framework: { name: 'Ours', status: 'own', source: 'Board paper', note: '' },
    }),
  },
  'evidence.saveStatement': {
    as: 'workforce',
    input: async (server) => ({
      known: null,
      frameworkId: (await frameworkIn(server)).id,
      statement: ownQuestion,
    }),
  },
  'evidence.saveMeasure': {
    as: 'research',
    input: () =>
      Promise.resolve({
        known: null,
        measure: {
          ...{ metric: 'set-up-days', value: 61, period: '2025/26', on: '2026-03-31' },
          ...{ source: 'Set-up log', useLabel: 'with-care' },
        },
      }),
  },
  'evidence.undo': {
    as: 'research',
    input: async (server) => ({ entity: 'framework', ...(await frameworkIn(server)) }),
  },
  'evidence.freeze': {
    as: 'research',
    input: async (server) => ({ frameworkId: (await frameworkIn(server)).id, title: 'Pack' }),
  },
  'evidence.confirm': { as: 'research', input: heldPack },
  'imports.applyBatch': { as: 'workforce', input: async (server) => ({ id: await previewOf(server) }) },
  'imports.undoBatch': {
    as: 'workforce',
    input: async ({ trusts }) => {
      const { id } = await importText(trusts.a.as('workforce'), wholeStaff, staffFile([person(1)]));
      return { id };
    },
  },
  'imports.saveProfile': {
    as: 'workforce',
    input: () => Promise.resolve({ known: null, mapping: exampleLayout }),
  },
  'imports.endProfile': { as: 'workforce', input: layoutIn },
  'imports.undoProfile': { as: 'administrator', input: layoutIn },
  'catalogue.save': {
    as: 'workforce',
    input: () => Promise.resolve({ kind: 'programme-fee', known: null, fields: exampleFee }),
  },
  'catalogue.remove': {
    as: 'research',
    input: async (server) => {
      const { id, version } = await savedFee(server);
      return { kind: 'programme-fee', known: { id, version } };
    },
  },
  'catalogue.undo': {
    as: 'administrator',
    input: async (server) => ({ changeId: (await savedFee(server)).changeId }),
  },
  'imports.discard': { as: 'administrator', input: async (server) => ({ id: await previewOf(server) }) },
  'admin.setAccess': {
    as: 'administrator',
    input: ({ trusts }) =>
      Promise.resolve({
        ...{ userId: trusts.a.as('finance').userId, version: 1 },
        ...{ role: 'read-only', divisions: [], employeeNumber: null },
      }),
  },
  'learners.add': {
    as: 'workforce',
    input: async (server) => ({ ...interest, employeeNumber: await staffMember(server.trusts.a, server) }),
  },
  'learners.move': {
    as: 'workforce',
    input: async (server) => applied(await interested(server.trusts.a, server)),
  },
  'learners.undo': {
    as: 'administrator',
    input: async (server) => {
      const learner = await interested(server.trusts.a, server);
      const moved = await moveLearner(server.trusts.a.as('workforce'), applied(learner));
      return moved.ok ? moved.value : null;
    },
  },
  'learners.agree': {
    as: 'workforce',
    input: async (server) => agreed(await interested(server.trusts.a, server)),
  },
  'learners.recordHours': {
    as: 'workforce',
    input: async (server) => hoursOf((await interested(server.trusts.a, server)).learnerId),
  },
  'learners.saveDate': {
    as: 'workforce',
    input: async (server) => {
      const { learnerId } = await interested(server.trusts.a, server);
      const date = { learnerId, kind: 'hand-in', dueOn: '2026-12-11', doneOn: null, note: null };
      return { known: null, date };
    },
  },
  'learners.decideMove': {
    as: 'workforce',
    input: async (server) => ({
      ...(await mover(server.trusts.a, server)),
      decision: 'accepted',
      note: null,
    }),
  },
  'learners.undoChange': {
    as: 'workforce',
    input: async (server) => {
      const { learnerId } = await interested(server.trusts.a, server);
      const saved = await recordHours(server.trusts.a.as('workforce'), hoursOf(learnerId));
      return { changeId: saved.ok ? saved.value.changeId : '' };
    },
  },
  'learners.ready': {
    as: 'research',
    input: async (server) => ({ ...ready, personId: (await interested(server.trusts.a, server)).personId }),
  },
};

const paths = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'mutation')
  .map(([path]) => path);

test('every mutation of the router is walked', () => {
  expect(Object.keys(mutations).sort()).toEqual(paths.sort());
});

/** A server for each mutation. The call that is refused comes first: what it leaves is what the good call begins with. */
describe.each(Object.entries(mutations))('%s', (path, mutation) => {
  const server = useServer();
  let input: unknown;
  let caller: Person;
  beforeAll(async () => {
    input = await mutation.input(server);
    caller = await server.signIn(mutation.as);
  });

  test('leaves nothing at all when its last statement fails', async () => {
    await server.asOwner(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
      create trigger refuse before update on audit_head for each row execute function refuse()`);
    const before = await contents(server);
    const answer = await caller.post(`/api/trpc/${path}`, input);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      expect.not.stringMatching(/no room|refuse|stack/),
    ]);
    expect(await contents(server)).toEqual(before);
    await server.asOwner('drop trigger refuse on audit_head');
  });

  test('leaves exactly one audit entry, with who, in which trust, what and which request', async () => {
    const trust = server.trusts[mutation.logOf ?? 'a'];
    const entries = () =>
      server.asApp<{ action: string; actor_id: string; role: string; request_id: string }>(
        { trustId: trust.id },
        'select action, actor_id, role, request_id from audit_entry order by seq',
      );
    const before = await entries();
    expect((await caller.post(`/api/trpc/${path}`, input)).status).toBe(200);
    const added = (await entries()).slice(before.length);
    const { userId } = trust.as(mutation.as);
    expect(added).toEqual([
      {
        action: path,
        actor_id: userId,
        role: mutation.as,
        request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      },
    ]);
    expect(await verifyChain(trust.as('administrator'))).toMatchObject({ whole: true });
  });
});

/** How many rows each table holds in each trust, and which trust each session is in. */
async function contents(server: TestServer): Promise<unknown> {
  const tables = await server.asOwner<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relrowsecurity order by 1`,
  );
  const counting = tables.map(({ name }) => `select '${name}' as name, count(*) from ${name}`);
  const counts: unknown[] = [];
  for (const { id } of [server.trusts.a, server.trusts.b])
    counts.push(await server.asApp({ trustId: id }, counting.join(' union all ')));
  return { counts, sessions: await server.asOwner('select token_hash, trust_id from session order by 1') };
}
