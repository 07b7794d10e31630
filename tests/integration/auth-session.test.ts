import { beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../shared/access/roles.ts';
import { absoluteMs, findSession, hashOfToken, idleMs } from '../../server/auth/session.ts';
import { signIn } from '../../server/auth/sign-in.ts';
import { newId } from '../../server/db/new-id.ts';
import { useDatabase } from '../support/database.ts';
import { cookieOf, personWith, useServer, type Person } from '../support/server.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const server = useServer();

const tokenOf = (person: Person) => person.cookie.replace('sid=', '');
const statusOf = async (person: Person) => (await person.post('/api/trpc/session.current', undefined)).status;

describe('signing in', () => {
  test('is offered with one button for each role', async () => {
    const answer = await server.stranger.get('/api/sign-in/options');
    expect(await answer.json()).toEqual({
      sampleSignIn: true,
      people: [
        { key: 'workforce', label: 'Workforce manager' },
        { key: 'research', label: 'Research director' },
        { key: 'finance', label: 'Finance' },
        { key: 'administrator', label: 'Administrator' },
        { key: 'read-only', label: 'Read-only' },
        { key: 'approver', label: 'Approver' },
        { key: 'learner', label: 'Learner' },
      ],
    });
  });

  test.each(roles)('as %s gives that role in the first trust', async (role) => {
    const current = await (await server.signIn(role)).trpc.session.current.query();
    expect([current.role, current.trust.id, current.today]).toEqual([role, server.trusts.a.id, '2026-11-20']);
  });

  test('as nobody we know is refused, whatever is sent', async () => {
    for (const as of ['', 'nobody', 'sample:finance', '__proto__']) {
      const answer = await server.stranger.post('/api/sign-in', { as });
      expect([as, [400, 403].includes(answer.status), cookieOf(answer)]).toEqual([as, true, '']);
    }
  });

  test('gives a new token each time, and the old one ends', async () => {
    const first = await server.signIn('finance');
    const again = personWith(server.url, cookieOf(await first.post('/api/sign-in', { as: 'finance' })));
    expect(tokenOf(again)).not.toBe(tokenOf(first));
    expect([await statusOf(first), await statusOf(again)]).toEqual([401, 200]);
  });

  test('never adopts a token that the browser came with', async () => {
    const planted = 'A'.repeat(43);
    const answer = await personWith(server.url, `sid=${planted}`).post('/api/sign-in', { as: 'finance' });
    expect(cookieOf(answer)).not.toContain(planted);
    expect(await statusOf(personWith(server.url, `sid=${planted}`))).toBe(401);
  });

  test('leaves only a hash in the database', async () => {
    const person = await server.signIn('research');
    const rows = await server.asOwner<{ token_hash: string }>('select token_hash from session');
    const hashes = rows.map((row) => row.token_hash);
    expect(hashes).toContain(hashOfToken(tokenOf(person)));
    expect(JSON.stringify(rows)).not.toContain(tokenOf(person));
  });

  test('is noted in the audit log of the trust', async () => {
    const person = await server.signIn('read-only');
    const [row] = await server.asApp<{ action: string; role: string }>(
      { trustId: server.trusts.a.id },
      'select action, role from audit_entry where session_hash = $1',
      [hashOfToken(tokenOf(person))],
    );
    expect(row).toEqual({ action: 'session.signIn', role: 'read-only' });
  });
});

describe('a session ends at once', () => {
  test('when its person signs out, also for a copy of the cookie', async () => {
    const person = await server.signIn('finance');
    const copy = personWith(server.url, person.cookie);
    const answer = await person.post('/api/sign-out', {});
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sid=; .*Expires=Thu, 01 Jan 1970/);
    expect(await statusOf(copy)).toBe(401);
  });

  test('when the account is disabled', async () => {
    const person = await server.signIn('research');
    await server.asOwner(`update user_account set disabled_at = now() where sign_in_key = 'sample:research'`);
    expect(await statusOf(person)).toBe(401);
    await server.asOwner(`update user_account set disabled_at = null where sign_in_key = 'sample:research'`);
  });

  test('when the person leaves the trust; and a new role counts from the next request', async () => {
    const person = await server.signIn('research');
    const { userId } = server.trusts.a.as('research');
    const set = (what: string) =>
      server.asApp(
        { trustId: server.trusts.a.id },
        `update membership set ${what} where user_id = '${userId}'`,
      );
    await set(`role = 'read-only'`);
    expect((await person.trpc.session.current.query()).role).toBe('read-only');
    await set(`role = 'research', ended_at = now()`);
    expect(await statusOf(person)).toBe(401);
    await set('ended_at = null');
  });
});

describe('time', () => {
  const db = useDatabase();
  let a: TestTrust;
  beforeAll(async () => {
    ({ a } = await openTestTrusts(db.database));
  });

  const start = new Date('2026-11-20T09:00:00Z');
  const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
  const begin = async () => {
    const clock = { now: () => start, today: a.as('finance').today };
    const begun = await signIn(
      { database: db.database, clock },
      { signInKey: 'sample:finance', oldToken: null, requestId: newId() },
    );
    if (!begun.ok) throw new Error(begun.error.message);
    return begun.value;
  };

  test('a session that is not used for thirty minutes ends, and a clock put back does not revive it', async () => {
    const token = await begin();
    expect(await findSession(db.database, token, after(idleMs))).not.toBeNull();
    const late = await begin();
    expect(await findSession(db.database, late, after(idleMs + 1))).toBeNull();
    expect(await findSession(db.database, late, start)).toBeNull();
  });

  test('a session in use ends twelve hours after signing in', async () => {
    const token = await begin();
    for (let at = 0; at < absoluteMs; at += 20 * 60_000) {
      expect(await findSession(db.database, token, after(at)), `${at / 60_000} minutes`).not.toBeNull();
    }
    expect(await findSession(db.database, token, after(absoluteMs))).toBeNull();
  });
});

describe('where sample sign-in is off', () => {
  const closed = useServer({ env: { SAMPLE_SIGN_IN: 'off' } });

  test('no button is offered and nobody gets in', async () => {
    const options = await closed.stranger.get('/api/sign-in/options');
    expect(await options.json()).toEqual({ sampleSignIn: false, people: [] });
    expect((await closed.stranger.post('/api/sign-in', { as: 'administrator' })).status).toBe(403);
  });
});

describe('too often', () => {
  const strict = useServer({
    env: { LIMIT_SIGN_INS_PER_QUARTER_HOUR: '3', LIMIT_CALLS_PER_MINUTE: '5', LIMIT_WRITES_PER_MINUTE: '2' },
  });

  test('changes and calls of one session are limited apart from those of another', async () => {
    const maya = await strict.signIn('workforce');
    const tom = await strict.signIn('finance');
    const change = () => maya.post('/api/trpc/trust.switch', { trustId: strict.trusts.a.id });
    expect([(await change()).status, (await change()).status, (await change()).status]).toEqual([
      200, 200, 429,
    ]);
    const calls = [await statusOf(maya), await statusOf(maya), await statusOf(maya)];
    expect(calls).toEqual([200, 200, 429]);
    expect(await statusOf(tom)).toBe(200);
  });

  test('after three wrong tries the right answer is refused too, with when to come back', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      expect((await strict.stranger.post('/api/sign-in', { as: 'nobody' })).status).toBe(403);
    }
    const answer = await strict.stranger.post('/api/sign-in', { as: 'finance' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  });
});
