import { beforeAll, describe, expect, test } from 'vitest';
import { err, type Result } from '../../shared/core/result.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { canonicalJson } from '../../server/db/audit-chain.ts';
import { newId } from '../../server/db/new-id.ts';
import {
  withTrust,
  withTrustWrite,
  type TrustContext,
  type TrustWriter,
} from '../../server/db/with-trust.ts';
import { useDatabase } from '../support/database.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const db = useDatabase();
let a: TestTrust;
let b: TestTrust;
let ctx: TrustContext;

beforeAll(async () => {
  ({ a, b } = await openTestTrusts(db.database));
  ctx = a.as('workforce');
});

async function addTeam(tx: TrustWriter, name: string): Promise<string> {
  const id = newId();
  await tx.insertInto('team').values({ trust_id: a.id, id, name, type: 'not-rostered' }).execute();
  return id;
}

const entries = () =>
  withTrust(ctx, (tx) => tx.selectFrom('audit_entry').selectAll().orderBy('seq').execute());
const teams = async () =>
  (await withTrust(ctx, (tx) => tx.selectFrom('team').select('name').execute())).map((t) => t.name);

describe('a write', () => {
  test('leaves exactly one entry: who, in which role, what, before and after, version, request', async () => {
    const before = (await entries()).length;
    const id = await withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
      const team = await addTeam(tx, 'Ward 1');
      audit({
        entity: 'team',
        entityId: team,
        versionBefore: 1,
        versionAfter: 2,
        before: { rank: [2, 1] },
        after: { b: 1, a: null },
      });
      return team;
    });
    const all = await entries();
    expect(all.length).toBe(before + 1);
    expect(all.at(-1)).toMatchObject({
      trust_id: a.id,
      seq: before + 1,
      actor_id: ctx.userId,
      role: 'workforce',
      session_hash: null,
      request_id: ctx.requestId,
      action: 'trust.open',
      entity: 'team',
      entity_id: id,
      version_before: 1,
      version_after: 2,
      before: { rank: [2, 1] },
      after: { a: null, b: 1 },
    });
  });

  test.each([
    ['throws', () => Promise.reject(new Error('broken')), 'broken'],
    ['notes nothing', () => Promise.resolve(), 'noted 0'],
  ])('that %s leaves neither rows nor an entry', async (_what, end, words) => {
    const before = await entries();
    const write = withTrustWrite(ctx, 'trust.open', async (tx) => {
      await addTeam(tx, 'Never');
      await end();
    });
    await expect(write).rejects.toThrow(words);
    expect([await entries(), await teams()]).toEqual([before, expect.not.arrayContaining(['Never'])]);
  });

  test('that notes two things is a fault and leaves nothing', async () => {
    const before = await entries();
    const write = withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
      const id = await addTeam(tx, 'Never');
      audit({ entity: 'team', entityId: id });
      audit({ entity: 'team', entityId: id });
    });
    await expect(write).rejects.toThrow('noted 2');
    expect([await entries(), await teams()]).toEqual([before, expect.not.arrayContaining(['Never'])]);
  });

  test('that is refused is undone, and its refusal comes back', async () => {
    const before = await entries();
    const refusal: Result<number> = err('changed-elsewhere', 'Somebody else was first.');
    const answer = await withTrustWrite(ctx, 'trust.open', async (tx) => {
      await addTeam(tx, 'Never');
      return refusal;
    });
    expect(answer).toEqual(refusal);
    expect([await entries(), await teams()]).toEqual([before, expect.not.arrayContaining(['Never'])]);
  });
});

describe('the chain', () => {
  test('of forty writers at once has no gap, no fork and every write', async () => {
    const before = (await entries()).length;
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
          audit({ entity: 'team', entityId: await addTeam(tx, `Parallel ${index}`) });
        }),
      ),
    );
    expect((await entries()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: before + 40 }, (_, index) => index + 1),
    );
    expect(await verifyChain(ctx)).toMatchObject({ whole: true, entries: before + 40 });
  });

  test('of one trust says nothing about another', async () => {
    expect(await verifyChain(b.as('finance'))).toMatchObject({ whole: true, entries: 1 });
  });

  test('is the same text for the same value, however its keys are ordered', () => {
    expect(canonicalJson({ b: [1, { d: 'é"', c: null }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":null,"d":"é\\""}]}',
    );
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  /** The owner of the tables can change anything, if he names the trust: the chain shows it. */
  const tampering: readonly [string, string, object][] = [
    [
      'changed',
      `update audit_entry set role = 'finance' where seq = 3`,
      { whole: false, seq: 3, reason: 'changed' },
    ],
    [
      'changed in what it says',
      `update audit_entry set after = '{"a": 1}' where seq = 2`,
      { whole: false, seq: 2, reason: 'changed' },
    ],
    ['removed', `delete from audit_entry where seq = 4`, { whole: false, seq: 4, reason: 'missing' }],
    [
      'put in another’s place',
      `update audit_entry set seq = -1 where seq = 2; update audit_entry set seq = 2 where seq = 3; update audit_entry set seq = 3 where seq = -1`,
      { whole: false, seq: 2, reason: 'out of order' },
    ],
    [
      'cut off at the end',
      `delete from audit_entry where seq = (select max(seq) from audit_entry)`,
      { whole: false, reason: 'head differs' },
    ],
    [
      'added at the end',
      `insert into audit_entry select trust_id, seq + 1, at, actor_id, role, session_hash, request_id, action, entity, entity_id,
         version_before, version_after, before, after, hash, hash from audit_entry order by seq desc limit 1`,
      { whole: false, reason: 'changed' },
    ],
  ];

  test.each(tampering)('shows an entry that was %s', async (_how, sql, found) => {
    const trust = `set app.trust_id = '${a.id}';`;
    await db.asOwner(
      `${trust} create temp table was as select * from audit_entry; ${sql}; create table kept as table was`,
    );
    expect(await verifyChain(ctx)).toMatchObject(found);
    await db.asOwner(
      `${trust} delete from audit_entry; insert into audit_entry select * from kept; drop table kept`,
    );
    expect(await verifyChain(ctx)).toMatchObject({ whole: true });
  });
});
