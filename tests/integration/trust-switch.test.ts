import { describe, expect, test } from 'vitest';
import { newId } from '../../server/db/new-id.ts';
import { dataTables } from '../../server/trust/store.ts';
import { fillEveryTable } from '../support/rows.ts';
import { testServer, useServer, type TestServer } from '../support/server.ts';

const server = useServer();

async function countsOf(host: TestServer, trustId: string): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const table of dataTables) {
    const [row] = await host.asApp<{ n: string }>({ trustId }, `select count(*) as n from ${table}`);
    counts.push([table, Number(row?.n)]);
  }
  return Object.fromEntries(counts);
}

const one = Object.fromEntries(dataTables.map((table) => [table, 1]));
const none = Object.fromEntries(dataTables.map((table) => [table, 0]));

describe('switching', () => {
  test('is offered between the trusts a person belongs to', async () => {
    const maya = await server.signIn('workforce');
    const { a, b } = server.trusts;
    expect(await maya.trpc.trust.list.query()).toEqual([
      {
        ...{ id: a.id, name: 'Trust A', odsCode: 'ZZA', synthetic: true, role: 'workforce', current: true },
        organisation: 'ZZA (not in the list)',
      },
      {
        ...{ id: b.id, name: 'Trust B', odsCode: 'ZZB', synthetic: true, role: 'workforce', current: false },
        organisation: 'ZZB (not in the list)',
      },
    ]);
  });

  test('says what a code stands for, merged or not: TAF went to G6V2S, TAJ stands', async () => {
    const maya = await server.signIn('workforce');
    const { id } = server.trusts.a;
    const recode = (code: string) =>
      server.asOwner(`begin; set local app.trust_id = '${id}';
        update trust set ods_code = '${code}' where trust_id = '${id}'; commit`);
    const said: unknown[] = [];
    for (const code of ['TAF', 'G6V2S', 'TAJ', 'ZZA']) {
      await recode(code);
      said.push((await maya.trpc.trust.list.query()).find((trust) => trust.id === id)?.organisation);
    }
    expect(said).toEqual([
      'TAF, Camden and Islington NHS Foundation Trust, now G6V2S, North London NHS Foundation Trust',
      'G6V2S, North London NHS Foundation Trust',
      'TAJ, Black Country Healthcare NHS Foundation Trust',
      'ZZA (not in the list)',
    ]);
  });

  test('takes this session, and no other of the same person, to the other trust', async () => {
    const [here, there] = [await server.signIn('finance'), await server.signIn('finance')];
    await there.trpc.trust.switch.mutate({ trustId: server.trusts.b.id });
    expect((await there.trpc.session.current.query()).trust.name).toBe('Trust B');
    expect((await here.trpc.session.current.query()).trust.name).toBe('Trust A');
  });

  test('to a trust one does not belong to is answered as one that does not exist', async () => {
    const tom = await server.signIn('finance');
    const { userId } = server.trusts.b.as('finance');
    await server.asApp(
      { trustId: server.trusts.b.id },
      `update membership set ended_at = now() where user_id = '${userId}'`,
    );
    const answers: unknown[] = [];
    for (const trustId of [server.trusts.b.id, newId()]) {
      const answer = await tom.post('/api/trpc/trust.switch', { trustId });
      answers.push([answer.status, await answer.json()]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject([404, { error: { data: { code: 'not-found' } } }]);
    expect((await tom.trpc.trust.list.query()).map(({ name }) => name)).toEqual(['Trust A']);
    await server.asApp(
      { trustId: server.trusts.b.id },
      `update membership set ended_at = null where user_id = '${userId}'`,
    );
  });
});

describe('replacing a synthetic trust with our data', () => {
  test('empties every table that holds a trust’s data, of this trust alone', async () => {
    const host = await testServer();
    try {
      const { a, b } = host.trusts;
      await fillEveryTable(host, a);
      await fillEveryTable(host, b);
      const maya = await host.signIn('workforce');
      const answer = await maya.trpc.trust.replaceWithOurData.mutate({ confirmation: ' Trust A ' });
      expect(answer.deleted).toEqual(one);
      expect([await countsOf(host, a.id), await countsOf(host, b.id)]).toEqual([none, one]);
      expect((await maya.trpc.session.current.query()).trust).toMatchObject({ synthetic: false, version: 2 });
      const again = await maya.post('/api/trpc/trust.replaceWithOurData', { confirmation: 'Trust A' });
      expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('already-applied')]);
    } finally {
      await host.close();
    }
  });

  test('covers every table of the catalogue except the trust itself, its members and its log', async () => {
    const rows = await server.asOwner<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relrowsecurity`,
    );
    const kept = ['trust', 'membership', 'audit_entry', 'audit_head'];
    expect([...dataTables, ...kept].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test.each(['', 'trust a', 'Trust B', 'yes'])(
    'needs the name typed as it is shown: %s is not enough',
    async (confirmation) => {
      const maya = await server.signIn('administrator');
      const answer = await maya.post('/api/trpc/trust.replaceWithOurData', { confirmation });
      expect([answer.status, await answer.text()]).toEqual([
        412,
        expect.stringContaining('needs-confirmation'),
      ]);
      expect((await maya.trpc.session.current.query()).trust.synthetic).toBe(true);
    },
  );
});

describe('administration', () => {
  test('lists the people of the trust with their roles', async () => {
    const admin = await server.signIn('administrator');
    const { users } = await admin.trpc.admin.users.query();
    expect(users.map(({ name, role, disabled }) => [name, role, disabled])).toEqual([
      ['Sample administrator', 'administrator', false],
      ['Sample approver', 'approver', false],
      ['Sample finance', 'finance', false],
      ['Sample learner', 'learner', false],
      ['Sample read-only', 'read-only', false],
      ['Sample research director', 'research', false],
      ['Sample workforce manager', 'workforce', false],
    ]);
  });

  test('pages through the audit log, newest first, without a gap or a repeat', async () => {
    const admin = await server.signIn('administrator');
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page: { entries: readonly { seq: number }[]; next: number | null } =
        await admin.trpc.admin.audit.query({ before, limit: 3 });
      seen.push(...page.entries.map(({ seq }) => seq));
      before = page.next;
    } while (before !== null);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index));
  });

  test('shows who did what, by name', async () => {
    const admin = await server.signIn('administrator');
    const { entries } = await admin.trpc.admin.audit.query({});
    expect(entries[0]).toMatchObject({
      who: 'Sample administrator',
      role: 'administrator',
      action: 'session.signIn',
      entity: 'session',
    });
    expect(entries.at(-1)).toMatchObject({
      seq: 1,
      action: 'trust.open',
      after: { odsCode: 'ZZA', synthetic: true, dataCut: '2026-11-20', members: 7 },
    });
  });
});
