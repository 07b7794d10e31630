import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withSystem } from '../../server/db/with-system.ts';
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

const insertTeam = (tx: TrustWriter, trustId: string, name: string) =>
  tx.insertInto('team').values({ trust_id: trustId, id: newId(), name, type: 'not-rostered' }).execute();

describe('a reader', () => {
  test('cannot write, whatever the types were told', async () => {
    await expect(withTrust(ctx, (tx) => insertTeam(tx as TrustWriter, a.id, 'x'))).rejects.toThrow(
      /read-only transaction/,
    );
  });

  test('sees one state from its first query to its last', async () => {
    const counts = await withTrust(ctx, async (tx) => {
      const count = () =>
        tx
          .selectFrom('team')
          .select((eb) => eb.fn.countAll<number>().as('teams'))
          .executeTakeFirstOrThrow();
      const before = await count();
      await withTrustWrite(ctx, 'trust.open', async (writer, audit) => {
        await insertTeam(writer, a.id, 'Meanwhile');
        audit({ entity: 'team', entityId: 'x' });
      });
      return [before.teams, (await count()).teams];
    });
    expect(counts).toEqual([0, 0]);
  });

  test('without a trust hears so instead of seeing nothing', () => {
    expect(() => withTrust({ ...ctx, trustId: '' }, () => Promise.resolve(1))).toThrow(/the trust it is for/);
  });

  test('leaves no setting behind on its connection', async () => {
    const seen = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const trust = index % 2 === 0 ? a : b;
        return withTrust(trust.as('finance'), async (tx) => {
          const rows = await tx.selectFrom('audit_entry').select('trust_id').distinct().execute();
          return rows.every((row) => row.trust_id === trust.id);
        });
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
    const left = await withSystem(db.database, 'sign in', async (tx) => {
      const { rows } = await sql<{
        trust: string;
      }>`select current_setting('app.trust_id', true) as trust`.execute(tx);
      return rows[0]?.trust;
    });
    expect(left).toBe('');
  });
});

describe('values', () => {
  test('days are text, 64-bit integers are numbers, instants are dates, jsonb is a value', async () => {
    const row = await withTrust(ctx, async (tx) => {
      const { rows } = await sql`select date '2026-10-25' as day, 9007199254740991::bigint as big,
        timestamptz '2026-10-25T01:30:00Z' as instant, '{"a": [1]}'::jsonb as json, array[1, 2] as list`.execute(
        tx,
      );
      return rows[0];
    });
    expect(row).toEqual({
      day: '2026-10-25',
      big: 9007199254740991,
      instant: new Date('2026-10-25T01:30:00Z'),
      json: { a: [1] },
      list: [1, 2],
    });
  });

  test('an integer that a number cannot hold exactly is an error, never another integer', async () => {
    const read = withTrust(ctx, (tx) => sql`select 9007199254740993::bigint as big`.execute(tx));
    await expect(read).rejects.toThrow(/safe range/);
  });
});

describe('two writers in each other’s way', () => {
  test('both get through: the one that PostgreSQL ends is run again', async () => {
    const [first, second] = [newId(), newId()];
    await withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
      for (const id of [first, second]) {
        await tx.insertInto('team').values({ trust_id: a.id, id, name: id, type: 'not-rostered' }).execute();
      }
      audit({ entity: 'team', entityId: first });
    });
    let runs = 0;
    const inOrder = (one: string, other: string) =>
      withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
        runs += 1;
        const add = (id: string) =>
          tx
            .updateTable('team')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .execute();
        await add(one);
        await new Promise((resolve) => setTimeout(resolve, 150));
        await add(other);
        audit({ entity: 'team', entityId: one });
      });
    await Promise.all([inOrder(first, second), inOrder(second, first)]);
    const versions = await withTrust(ctx, (tx) =>
      tx.selectFrom('team').select('version').where('id', 'in', [first, second]).execute(),
    );
    expect(versions).toEqual([{ version: 3 }, { version: 3 }]);
    expect(runs).toBeGreaterThan(2);
  });
});

describe('outside a trust', () => {
  test('system code sees accounts, and of trusts only those of the person it names', async () => {
    const { userId } = a.as('finance');
    const seen = (who: string) =>
      withSystem(
        db.database,
        'sign in',
        async (tx) => (await tx.selectFrom('trust').select('name').execute()).length,
        who,
      );
    expect([await seen(''), await seen(userId), await seen(newId())]).toEqual([0, 2, 0]);
  });
});
