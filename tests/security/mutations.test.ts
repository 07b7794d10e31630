import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/access/roles.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { addEntry } from '../../server/research/add-entry.ts';
import { saveStudy } from '../../server/research/save-study.ts';
import type { Saved } from '../../server/db/register-changes.ts';
import { saveSupervisor } from '../../server/supervisors/save-supervisor.ts';
import { appRouter } from '../../server/trpc/app-router.ts';
import { moveLearner } from '../../server/learners/move-learner.ts';
import { importText, preview, wholeStaff } from '../support/imports.ts';
import { agreed, applied, interest, interested, ready, staffMember } from '../support/register.ts';
import { exampleSupervisor } from '../support/supervisors.ts';
import { addResearcher, exampleStudy } from '../support/research.ts';
import { fillEveryTable } from '../support/rows.ts';
import { testServer, type TestServer } from '../support/server.ts';
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
  'research.undo': {
    as: 'research',
    input: async (server) => ({ changeId: (await studyIn(server)).changeId }),
  },
  'imports.applyBatch': { as: 'workforce', input: async (server) => ({ id: await previewOf(server) }) },
  'imports.undoBatch': {
    as: 'workforce',
    input: async ({ trusts }) => {
      const { id } = await importText(trusts.a.as('workforce'), wholeStaff, staffFile([person(1)]));
      return { id };
    },
  },
  'imports.discard': { as: 'administrator', input: async (server) => ({ id: await previewOf(server) }) },
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

describe.each(Object.entries(mutations))('%s', (path, mutation) => {
  test('leaves exactly one audit entry, with who, in which trust, what and which request', async () => {
    const server = await testServer();
    try {
      const trust = server.trusts[mutation.logOf ?? 'a'];
      const input = await mutation.input(server);
      const caller = await server.signIn(mutation.as);
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
    } finally {
      await server.close();
    }
  });

  test('leaves nothing at all when its last statement fails', async () => {
    const server = await testServer();
    try {
      const input = await mutation.input(server);
      const caller = await server.signIn(mutation.as);
      await server.asOwner(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
        create trigger refuse before update on audit_head for each row execute function refuse()`);
      const before = await contents(server);
      const answer = await caller.post(`/api/trpc/${path}`, input);
      expect([answer.status, await answer.text()]).toEqual([
        500,
        expect.not.stringMatching(/no room|refuse|stack/),
      ]);
      expect(await contents(server)).toEqual(before);
    } finally {
      await server.close();
    }
  });
});

/** How many rows each table holds in each trust, and which trust each session is in. */
async function contents(server: TestServer): Promise<unknown> {
  const tables = await server.asOwner<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relrowsecurity order by 1`,
  );
  const counts: unknown[] = [];
  for (const { id } of [server.trusts.a, server.trusts.b]) {
    for (const { name } of tables)
      counts.push([name, await server.asApp({ trustId: id }, `select count(*) from ${name}`)]);
  }
  return { counts, sessions: await server.asOwner('select token_hash, trust_id from session order by 1') };
}
