import { beforeAll, describe, expect, test } from 'vitest';
import { can, worksWithinDivisions, type Right } from '../../shared/access/rights.ts';
import type { Role } from '../../shared/access/roles.ts';
import { bankOnlyPolicy } from '../../shared/backfill/cover-policy.ts';
import { everyStudy } from '../../shared/research/study-question.ts';
import { newId } from '../../server/db/new-id.ts';
import { appRouter } from '../../server/trpc/app-router.ts';
import { fillDivision, type Placed } from '../support/divisions.ts';
import { agreed, applied, interest, ready } from '../support/register.ts';
import { useServer, type Person } from '../support/server.ts';

const server = useServer();
const paths = Object.keys(appRouter._def.procedures) as Right[];

let inMedicine: Placed;
let inSurgery: Placed;

beforeAll(async () => {
  const { a } = server.trusts;
  inMedicine = await fillDivision(server, a, 'Medicine', '40001');
  inSurgery = await fillDivision(server, a, 'Surgery', '40002');
  const give = (role: Role, divisions: string, person: string | null) =>
    server.asApp(
      { trustId: a.id },
      `update membership set divisions = $2, person_id = $3 where trust_id = $1 and role = '${role}'`,
      [a.id, divisions, person],
    );
  await give('workforce', '{Medicine}', null);
  await give('research', '{Medicine}', null);
  await give('read-only', '{Medicine}', null);
  await give('approver', '{Medicine}', null);
  await give('learner', '{}', inMedicine.personId);
});

async function answerOf(person: Person, path: string, input: unknown) {
  const answer = await person.post(`/api/trpc/${path}`, input);
  return { status: answer.status, body: await answer.text() };
}

/** Ids of somebody and something; `number` is in the staff file under `personId`. */
type Ids = Placed & { readonly number: string };

/** A good call of every procedure that takes an id and may be asked by somebody who does not see the whole trust. */
const calls: Partial<Record<Right, (ids: Ids) => unknown>> = {
  'release.team': ({ teamId }) => ({ teamId }),
  'backfill.team': ({ teamId }) => ({ teamId }),
  'backfill.savePolicy': ({ teamId }) => ({ teamId, version: 1, policy: bankOnlyPolicy }),
  'backfill.undoPolicy': ({ teamId }) => ({ teamId, version: 1 }),
  'catalogue.person': ({ personId }) => ({ personId }),
  'learners.show': ({ learnerId }) => ({ learnerId }),
  'learners.add': ({ number }) => ({ ...interest, employeeNumber: number }),
  'learners.move': ({ learnerId }) => applied({ learnerId, version: 1 }),
  'learners.undo': ({ learnerId }) => ({ learnerId, version: 1 }),
  'learners.agree': ({ learnerId }) => agreed({ learnerId, version: 1 }),
  'learners.ready': ({ personId }) => ({ ...ready, personId }),
  'learners.recordHours': ({ learnerId }) => ({ learnerId, week: '2026-11-16', minutes: 450, version: 0 }),
  'learners.saveDate': ({ learnerId }) => ({
    known: null,
    date: { learnerId, kind: 'hand-in', dueOn: '2026-12-11', doneOn: null, note: null },
  }),
  'learners.decideMove': ({ learnerId, teamId }) => ({
    ...{ learnerId, fromTeam: teamId, toTeam: teamId, on: '2026-11-16', decision: 'accepted', note: null },
    version: 0,
  }),
};

/** Nobody of this test moves: even the own learner is answered as not there. */
const notThereEither: readonly string[] = ['learners.decideMove'];

/** What may be asked by somebody who does not see the whole trust. */
const open = paths.filter((path) => worksWithinDivisions(path) || can('learner', path));

/** Those that take no input at all; they answer from what the person sees. */
const withoutInput = open.filter(
  (path) =>
    (appRouter._def.procedures[path as never] as { _def: { inputs: unknown[] } })._def.inputs.length === 0,
);

/** Those whose input names nobody’s rows, with such an input. */
const otherInput: Partial<Record<Right, unknown>> = {
  'trust.switch': { trustId: newId() },
  'release.grid': {},
  'backfill.summary': {},
  'backfill.studyDays': { from: '2026-11-16', to: '2026-12-31' },
  'catalogue.holders': { credential: 'framework:pgcert' },
  // A study is everybody's in the trust; its log is not.
  'research.study': { studyId: newId() },
  'research.studies': { ...everyStudy, page: 0 },
  // By the id of a change, which its maker alone has heard.
  'learners.undoChange': { changeId: newId() },
};

describe('somebody who does not see the whole trust', () => {
  test('every procedure they may ask is walked below', () => {
    expect([...Object.keys(calls), ...withoutInput, ...Object.keys(otherInput)].sort()).toEqual(
      open.toSorted(),
    );
  });

  test.each(['workforce', 'research', 'read-only', 'approver'] as const)(
    'as %s limited to a division is refused everything that needs the whole trust',
    async (role) => {
      const person = await server.signIn(role);
      const { rights } = await person.trpc.session.current.query();
      for (const path of paths) {
        const { status } = await answerOf(person, path, null);
        const open = can(role, path) && worksWithinDivisions(path);
        expect([path, rights.includes(path)]).toEqual([path, open]);
        if (open) expect([path, [401, 403].includes(status)]).toEqual([path, false]);
        else expect([path, status]).toEqual([path, 403]);
      }
    },
  );

  const walked = (['workforce', 'research', 'approver', 'learner'] as const).flatMap((role) =>
    Object.entries(calls)
      .filter(([path]) => can(role, path as Right))
      .map(([path, call]) => [role, path, call] as const),
  );

  test.each(walked)(
    '%s asking %s with ids of somebody else hears what ids that do not exist hear',
    async (role, path, call) => {
      const person = await server.signIn(role);
      const nowhere = { personId: newId(), teamId: newId(), learnerId: newId(), number: '1' };
      const other = { ...inSurgery, number: '40002' };
      const own = { ...inMedicine, number: '40001' };
      const unknown = await answerOf(person, path, call(nowhere));
      expect(await answerOf(person, path, call(other))).toEqual(unknown);
      expect(unknown.status).toBe(404);
      const isThere = (await answerOf(person, path, call(own))).status !== 404;
      expect(isThere).toBe(!notThereEither.includes(path));
    },
  );

  test('no answer to any question names somebody of another division', async () => {
    for (const role of ['workforce', 'research', 'read-only', 'approver', 'learner'] as const) {
      const person = await server.signIn(role);
      const forbidden = [inSurgery.personId, inSurgery.learnerId, inSurgery.teamId, 'Dr Surgery'];
      for (const path of [...withoutInput, ...(Object.keys(otherInput) as Right[])].filter((one) =>
        can(role, one),
      )) {
        const { body } = await answerOf(person, path, otherInput[path] ?? null);
        expect([role, path, forbidden.filter((text) => body.includes(text))]).toEqual([role, path, []]);
      }
    }
  });

  test('the plain routes keep to the same: no import for a division, no feed for a learner, no learner of others in it', async () => {
    const statusOf = async (role: Role, path: string) => (await (await server.signIn(role)).get(path)).status;
    expect(await statusOf('workforce', '/api/imports/templates/staff.csv')).toBe(403);
    expect(await statusOf('learner', '/api/imports/templates/staff.csv')).toBe(403);
    expect(await statusOf('learner', '/api/learners/deadlines.ics')).toBe(403);
    const feed = await (await server.signIn('approver')).get('/api/learners/deadlines.ics');
    const text = await feed.text();
    expect([feed.status, text.includes(inSurgery.learnerId)]).toEqual([200, false]);
    expect(text).toContain('BEGIN:VCALENDAR');
  });
});
