import { beforeAll, describe, expect, test } from 'vitest';
import { rightsOf } from '../../shared/access/rights.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import { newId } from '../../server/db/new-id.ts';
import { withTrust } from '../../server/db/with-trust.ts';
import { readAssignmentsOn } from '../../server/staff/read.ts';
import { readTeams, readTeamSources } from '../../server/teams/read.ts';
import { fillDivision, type Placed } from '../support/divisions.ts';
import { useServer, type Person } from '../support/server.ts';
import { testDay } from '../support/trusts.ts';

const answerOf = async (person: Person, path: string, input: unknown) => {
  const answer = await person.post(`/api/trpc/${path}`, input);
  return [answer.status, await answer.text()] as const;
};

describe('the sample people of a trust', () => {
  const sample = useServer({ sample: true });

  test('the approver sees one division, and the learner is one of its learners', async () => {
    const [approver, learner] = [await sample.signIn('approver'), await sample.signIn('learner')];
    const current = await approver.trpc.session.current.query();
    expect(current.divisions).toHaveLength(1);
    expect(current.ownLearnerId).toBeNull();
    const own = await learner.trpc.session.current.query();
    expect([own.divisions, own.rights]).toEqual([[], rightsOf('learner')]);
    const { lines } = await approver.trpc.learners.register.query();
    expect(lines.map(({ id }) => id)).toContain(own.ownLearnerId);
    const page = await learner.trpc.learners.show.query({ learnerId: own.ownLearnerId ?? '' });
    expect([page.learner.status, typeof page.team, page.coverage]).toEqual(['enrolled', 'string', null]);
  });

  test('what a division shows of release, cover and learners is its part of the whole trust, to the penny', async () => {
    const [maya, approver] = [await sample.signIn('workforce'), await sample.signIn('approver')];
    const { divisions } = await approver.trpc.session.current.query();
    const { grid: whole } = await maya.trpc.release.grid.query({});
    const { grid: part } = await approver.trpc.release.grid.query({});
    const own = whole.teams.filter(({ division }) => divisions.includes(division ?? ''));
    expect(own.length).toBeGreaterThan(5);
    expect(own.length).toBeLessThan(whole.teams.length);
    expect(part.teams).toEqual(own);
    const teams = new Set(own.map(({ id }) => id));
    const [all, some] = [
      await maya.trpc.learners.register.query(),
      await approver.trpc.learners.register.query(),
    ];
    const inTeam = some.lines.filter(({ teamId }) => teamId !== null);
    expect(inTeam).toEqual(all.lines.filter(({ teamId }) => teamId !== null && teams.has(teamId)));
    expect(inTeam.length).toBeGreaterThan(5);
    // Who left stays with the division they left from.
    const gone = some.lines.filter(({ teamId }) => teamId === null);
    expect(gone.every(({ id }) => all.lines.some((line) => line.id === id && line.teamId === null))).toBe(
      true,
    );
    const [cover, ownCover] = [
      await maya.trpc.backfill.summary.query({}),
      await approver.trpc.backfill.summary.query({}),
    ];
    const wanted = cover.summary.byTeam.filter(({ teamId }) => teams.has(teamId));
    expect(ownCover.summary.byTeam).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(2);
  });

  test('every post of the sample is in the division whose team the finder gives it', async () => {
    const { userId } = await readUserOf(sample, 'workforce');
    const maya = await sample.signIn('workforce');
    const { trust } = await maya.trpc.session.current.query();
    const ctx = (divisions: readonly string[]) => ({
      ...{
        database: sample.database,
        trustId: trust.id,
        userId,
        role: 'workforce' as const,
        sessionHash: null,
      },
      scope: divisions.length === 0 ? { kind: 'trust' as const } : { kind: 'divisions' as const, divisions },
      ...{ requestId: newId(), today: () => testDay, now: () => new Date() },
    });
    const posts = await withTrust(ctx([]), async (tx) => {
      const find = teamFinder(await readTeamSources(tx, trust.id));
      const divisions = new Map((await readTeams(tx, trust.id)).map(({ id, division }) => [id, division]));
      const held = await readAssignmentsOn(tx, trust.id, testDay);
      return held.map((post) => ({ id: post.id, division: divisions.get(find(post) ?? '') ?? null }));
    });
    const names = [...new Set(posts.flatMap(({ division }) => (division === null ? [] : [division])))];
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const seen = await withTrust(ctx([name]), (tx) => readAssignmentsOn(tx, trust.id, testDay));
      const wanted = posts.filter(({ division }) => division === name).map(({ id }) => id);
      expect([name, seen.map(({ id }) => id)]).toEqual([name, wanted]);
    }
  });
});

async function readUserOf(
  server: { readonly asOwner: ReturnType<typeof useServer>['asOwner'] },
  role: string,
) {
  const [row] = await server.asOwner<{ user_id: string }>(
    'select user_id from user_account where sign_in_key = $1',
    [`sample:${role}`],
  );
  return { userId: row?.user_id ?? '' };
}

describe('setting what somebody may do and see', () => {
  const server = useServer();
  let inMedicine: Placed;

  beforeAll(async () => {
    inMedicine = await fillDivision(server, server.trusts.a, 'Medicine', '40001');
    await fillDivision(server, server.trusts.a, 'Surgery', '40002');
  });

  const userOf = async (role: string) => {
    const admin = await server.signIn('administrator');
    const { users } = await admin.trpc.admin.users.query();
    const found = users.find(({ name }) => name === `Sample ${role}`)!;
    return { admin, found, input: { userId: found.id, version: found.version } };
  };

  test('lists the divisions of the teams, and who asks', async () => {
    const admin = await server.signIn('administrator');
    const { users, divisions } = await admin.trpc.admin.users.query();
    expect(divisions).toEqual(['Medicine', 'Surgery']);
    expect(users.filter(({ self }) => self).map(({ role }) => role)).toEqual(['administrator']);
  });

  test('an approver gets a division, signs in again, and sees that division alone', async () => {
    const { admin, input } = await userOf('approver');
    const before = await server.signIn('approver');
    expect((await before.trpc.release.grid.query({})).grid.teams).toHaveLength(2);
    const access = { role: 'approver', divisions: ['Medicine'], employeeNumber: null } as const;
    expect(await admin.trpc.admin.setAccess.mutate({ ...input, ...access })).toEqual({ version: 2 });
    expect((await answerOf(before, 'session.current', null))[0]).toBe(401);
    const after = await server.signIn('approver');
    expect((await after.trpc.session.current.query()).divisions).toEqual(['Medicine']);
    expect((await after.trpc.release.grid.query({})).grid.teams.map(({ name }) => name)).toEqual([
      'Medicine ward',
    ]);
    const [stale] = await answerOf(admin, 'admin.setAccess', { ...input, ...access });
    expect(stale).toBe(409);
  });

  test('a learner is linked by employee number, and the log holds neither number nor name', async () => {
    const { admin, input } = await userOf('learner');
    const access = { role: 'learner', divisions: [] } as const;
    const none = await answerOf(admin, 'admin.setAccess', { ...input, ...access, employeeNumber: null });
    expect(none).toEqual([400, expect.stringContaining('employee number')]);
    const unknown = await answerOf(admin, 'admin.setAccess', { ...input, ...access, employeeNumber: '1' });
    expect(unknown[0]).toBe(404);
    await admin.trpc.admin.setAccess.mutate({ ...input, ...access, employeeNumber: ' 40001 ' });
    const { found } = await userOf('learner');
    expect(found.person).toBe('Medicine Example');
    const own = await (await server.signIn('learner')).trpc.session.current.query();
    expect(own.ownLearnerId).toBe(inMedicine.learnerId);
    // Without a number the link stays.
    const kept = { ...access, employeeNumber: null, userId: found.id, version: found.version };
    await admin.trpc.admin.setAccess.mutate(kept);
    const { entries } = await admin.trpc.admin.audit.query({});
    const entry = entries.find(({ action }) => action === 'admin.setAccess');
    expect(entry?.after).toEqual({ role: 'learner', divisions: [], personId: inMedicine.personId });
    expect(JSON.stringify(entries)).not.toMatch(/40001|Example/);
  });

  test('nobody changes their own access, so the last administrator stays one', async () => {
    const { admin, input } = await userOf('administrator');
    const change = { ...input, role: 'read-only', divisions: [], employeeNumber: null };
    expect(await answerOf(admin, 'admin.setAccess', change)).toEqual([
      403,
      expect.stringContaining('own access'),
    ]);
  });

  test('of two administrators who take the right from each other at one moment, one stays', async () => {
    const { admin, input, found } = await userOf('finance');
    const promote = { ...input, role: 'administrator', divisions: [], employeeNumber: null } as const;
    const { version } = await admin.trpc.admin.setAccess.mutate(promote);
    const second = await server.signIn('finance');
    const { users } = await admin.trpc.admin.users.query();
    const first = users.find(({ self }) => self)!;
    const demote = { role: 'finance', divisions: [], employeeNumber: null } as const;
    const answers = await Promise.all([
      answerOf(admin, 'admin.setAccess', { userId: found.id, version, ...demote }),
      answerOf(second, 'admin.setAccess', { userId: first.id, version: first.version, ...demote }),
    ]);
    expect(answers.map(([status]) => status).sort()).toEqual([
      200,
      expect.toSatisfy((s) => s === 401 || s === 403),
    ]);
    const rows = await server.asApp(
      { trustId: server.trusts.a.id },
      `select 1 from membership where role = 'administrator'`,
    );
    expect(rows).toHaveLength(1);
    await server.asApp(
      { trustId: server.trusts.a.id },
      `update membership set role = case when user_id = $1 then 'administrator' else 'finance' end
       where user_id in ($1, $2)`,
      [first.id, found.id],
    );
  });

  test.each([
    ['a division that no team has', { role: 'approver', divisions: ['Estates'], employeeNumber: null }],
    [
      'an administrator of a division',
      { role: 'administrator', divisions: ['Medicine'], employeeNumber: null },
    ],
    ['a role that is none', { role: 'owner', divisions: [], employeeNumber: null }],
  ])('%s is refused', async (_what, access) => {
    const { admin, input } = await userOf('read-only');
    expect((await answerOf(admin, 'admin.setAccess', { ...input, ...access }))[0]).toBe(400);
  });

  test('somebody of another trust, or nobody, does not belong to this one', async () => {
    const { admin } = await userOf('read-only');
    const access = { version: 1, role: 'finance', divisions: [], employeeNumber: null };
    expect((await answerOf(admin, 'admin.setAccess', { userId: newId(), ...access }))[0]).toBe(404);
  });

  test('a person who leaves the data takes the link along, and the learner then sees nobody', async () => {
    const { a } = server.trusts;
    const person = newId();
    await server.asApp(
      { trustId: a.id },
      `insert into person (trust_id, id, employee_number, last_name, first_name) values ($1, $2, '49999', 'x', 'y')`,
      [a.id, person],
    );
    const link = `update membership set person_id = $2 where trust_id = $1 and role = 'learner'`;
    await server.asApp({ trustId: a.id }, link, [a.id, person]);
    await server.asApp({ trustId: a.id }, `delete from person where id = $1`, [person]);
    const learner = await server.signIn('learner');
    expect((await learner.trpc.session.current.query()).ownLearnerId).toBeNull();
    const [status] = await answerOf(learner, 'learners.show', { learnerId: inMedicine.learnerId });
    expect(status).toBe(404);
  });
});
