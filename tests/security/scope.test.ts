import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { wholeTrust, type Scope } from '../../shared/access/scope.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import { newId } from '../../server/db/new-id.ts';
import { withTrust, withTrustWrite } from '../../server/db/with-trust.ts';
import { readAssignmentsOn } from '../../server/staff/read.ts';
import { readTeams, readTeamSources } from '../../server/teams/read.ts';
import { useDatabase } from '../support/database.ts';
import { fillDivision, insertPost, type Placed } from '../support/divisions.ts';
import { fillEveryTable } from '../support/rows.ts';
import { openTestTrusts, testDay, type TestTrust } from '../support/trusts.ts';

/** What of a table somebody sees who does not see the whole trust. */
type Seen = 'all' | 'own' | 'none';
type Rule = { readonly divisions: Seen; readonly person: Seen; readonly why: string };

const ofTeam = { divisions: 'own', person: 'own', why: 'hangs on a team or on a post in it' } as const;
const ofPerson = { divisions: 'own', person: 'own', why: 'hangs on a person or on a learner' } as const;
const ofCatalogue = {
  divisions: 'all',
  person: 'all',
  why: 'a fact of courses, networks, credentials',
} as const;
const ofTrust = { divisions: 'none', person: 'none', why: 'is about the whole trust' } as const;

/** Every table with a trust's rows. A table that is missing here, or has another policy than it says, fails below. */
const rules: Readonly<Record<string, Rule>> = {
  trust: { divisions: 'all', person: 'all', why: 'the name and data day of the trust one is in' },
  membership: { divisions: 'own', person: 'own', why: 'one’s own' },
  audit_entry: { divisions: 'own', person: 'own', why: 'what one did oneself' },
  audit_head: { divisions: 'all', person: 'all', why: 'a number and a hash; every write moves it on' },
  parameter_override: { divisions: 'all', person: 'all', why: 'rates of the trust: every sum uses the same' },
  bursary_round: { divisions: 'all', person: 'all', why: 'rules and days of a funder: names nobody' },
  study: { divisions: 'all', person: 'own', why: 'names nobody; a learner sees those whose log names them' },
  study_recruitment: { divisions: 'all', person: 'own', why: 'names nobody; goes with its study' },
  research_setting: {
    divisions: 'all',
    person: 'all',
    why: 'how the trust counts: every count uses the same',
  },
  register_change: { divisions: 'own', person: 'none', why: 'undo of what hangs on a learner' },
  programme_terms: ofCatalogue,
  programme_module: ofCatalogue,
  programme_fee: ofCatalogue,
  network_contact: ofCatalogue,
  own_credential: ofCatalogue,
  route_award: ofCatalogue,
  person_credential: ofPerson,
  team: ofTeam,
  team_source: ofTeam,
  assignment: ofTeam,
  person: ofPerson,
  readiness: ofPerson,
  delegation_entry: ofPerson,
  supervisor: ofPerson,
  learner: ofPerson,
  learner_event: ofPerson,
  learner_agreement: ofPerson,
  learner_date: ofPerson,
  hours_taken: ofPerson,
  mover_task: ofPerson,
  cover_policy: ofTeam,
  roster_period: {
    divisions: 'all',
    person: 'all',
    why: 'dates of rosters, of nobody: every list uses the same',
  },
  bank_supply: ofTrust,
  funding_award: ofPerson,
  funding_source: ofTrust,
  bank_shift: ofTrust,
  ledger_line: ofTrust,
  centre_budget: ofTrust,
  ledger_code: ofTrust,
  evidence_framework: ofTrust,
  evidence_statement: ofTrust,
  evidence_measure: ofTrust,
  evidence_pack: ofTrust,
  evidence_confirmation: ofTrust,
  import_batch: ofTrust,
  import_row: ofTrust,
  import_applied: ofTrust,
  import_file: ofTrust,
  import_profile: ofTrust,
  job: ofTrust,
};

const medicine: Scope = { kind: 'divisions', divisions: ['Medicine'] };
const surgery: Scope = { kind: 'divisions', divisions: ['Surgery'] };

const db = useDatabase();
let trust: TestTrust;
let inMedicine: Placed;
let inSurgery: Placed;

beforeAll(async () => {
  ({ a: trust } = await openTestTrusts(db.database));
  await fillEveryTable(db, trust);
  inMedicine = await fillDivision(db, trust, 'Medicine', '40001');
  inSurgery = await fillDivision(db, trust, 'Surgery', '40002');
  await withTrustWrite(trust.as('approver'), 'session.signIn', (_tx, audit) => {
    audit({ entity: 'session', entityId: 'a session' });
    return Promise.resolve();
  });
});

/** The rows of a table that somebody with this scope sees, as text. */
async function rowsOf(table: string, scope: Scope): Promise<readonly string[]> {
  const ctx = { ...trust.as('approver'), scope };
  const { rows } = await withTrust(ctx, (tx) =>
    sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(tx),
  );
  return rows.map(({ row }) => row);
}

async function tenantTables(): Promise<string[]> {
  const rows = await db.asOwner<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relrowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}

describe('every table of a trust has a stated rule of scope', () => {
  test('and no table is without', async () => {
    expect(Object.keys(rules).sort()).toEqual(await tenantTables());
  });

  test('a table is open to everybody only where the list says so; the others have a restrictive policy', async () => {
    const rows = await db.asOwner<{ name: string }>(
      `select tablename as name from pg_policies where policyname = 'scope' and permissive = 'RESTRICTIVE' order by 1`,
    );
    const closed = Object.entries(rules).filter(
      ([, { divisions, person }]) => divisions !== 'all' || person !== 'all',
    );
    expect(rows.map(({ name }) => name)).toEqual(closed.map(([name]) => name).sort());
  });

  test.each(Object.entries(rules))('%s', async (table, { divisions, person }) => {
    const all = await rowsOf(table, wholeTrust);
    const [ofMedicine, ofSurgery] = [await rowsOf(table, medicine), await rowsOf(table, surgery)];
    const ofOne = await rowsOf(table, { kind: 'person', personId: inMedicine.personId });
    const ofNobody = await rowsOf(table, { kind: 'person', personId: null });
    const seen = (rule: Seen, rows: readonly string[]): void => {
      if (rule === 'all') expect(rows).toEqual(all);
      if (rule === 'none') expect(rows).toEqual([]);
      if (rule === 'own') {
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThan(all.length);
        expect(all).toEqual(expect.arrayContaining([...rows]));
      }
    };
    expect(all.length).toBeGreaterThan(0);
    seen(divisions, ofMedicine);
    seen(divisions, ofSurgery);
    seen(person, ofOne);
    const byUser = ['membership', 'audit_entry'].includes(table);
    if (divisions === 'own' && !byUser && table !== 'register_change') {
      expect(ofMedicine.filter((row) => ofSurgery.includes(row))).toEqual([]);
      expect(ofOne.filter((row) => !ofMedicine.includes(row))).toEqual([]);
    }
    if (person !== 'all' && !byUser) expect(ofNobody).toEqual([]);
  });
});

describe('what a scope names', () => {
  test('a setting that names a scope and no rows shows none: what is forgotten is shut', async () => {
    for (const [table, { divisions, why }] of Object.entries(rules)) {
      if (divisions === 'all' || why === 'one’s own') continue;
      for (const scope of ['divisions', 'person', 'whatever'])
        expect([table, await db.asApp({ trustId: trust.id, scope }, `select * from ${table}`)]).toEqual([
          table,
          table === 'register_change' && scope === 'divisions' ? expect.anything() : [],
        ]);
    }
  });

  test('nothing of it is left on the connection', async () => {
    await rowsOf('person', medicine);
    const settings = await withTrust(trust.as('workforce'), (tx) =>
      sql<{ scope: string }>`select coalesce(current_setting('app.scope', true), '') as scope`.execute(tx),
    );
    expect(settings.rows).toEqual([{ scope: '' }]);
  });

  test('a division shows exactly the posts that the team finder puts in its teams', async () => {
    const posts = [
      { number: '1', orgL7: 'SURGERY ward ' },
      { number: '2', orgL7: 'nowhere', orgL4: 'Medicine  Ward' },
      { number: '3', orgL7: null, costCentre: 'cc-s' },
      { number: '4', orgL7: 'Surgery ward', orgL4: 'Medicine ward', costCentre: 'cc-s' },
      { number: '5', orgL7: 'nowhere', costCentre: 'nobody' },
      { number: '6', orgL7: 'Shared floor' },
    ];
    for (const post of posts) await insertPost(db, trust, inSurgery.personId, post);
    await db.asApp(
      { trustId: trust.id },
      `insert into team_source (trust_id, team_id, kind, code, rank) values
         ($1, $2, 'cost-centre', 'CC-S', 1), ($1, $2, 'org', 'Shared floor', 2), ($1, $3, 'org', 'shared  floor', 1)`,
      [trust.id, inSurgery.teamId, inMedicine.teamId],
    );
    const placed = await withTrust(trust.as('workforce'), async (tx) => {
      const divisions = new Map((await readTeams(tx, trust.id)).map(({ id, division }) => [id, division]));
      const find = teamFinder(await readTeamSources(tx, trust.id));
      const held = await readAssignmentsOn(tx, trust.id, testDay);
      return held.map((post) => [post.assignmentNumber, divisions.get(find(post) ?? '') ?? null] as const);
    });
    for (const [scope, name] of [
      [medicine, 'Medicine'],
      [surgery, 'Surgery'],
    ] as const) {
      const ctx = { ...trust.as('approver'), scope };
      const seen = await withTrust(ctx, (tx) => readAssignmentsOn(tx, trust.id, testDay));
      const wanted = placed.filter(([, division]) => division === name).map(([number]) => number);
      expect(wanted.length).toBeGreaterThan(2);
      expect(seen.map(({ assignmentNumber }) => assignmentNumber)).toEqual(wanted);
    }
  });
});

describe('somebody limited to a division', () => {
  const ctx = () => ({ ...trust.as('workforce'), scope: medicine });

  test('cannot write what hangs on another division', async () => {
    const add = (personId: string) =>
      withTrustWrite(ctx(), 'learners.add', async (tx, audit) => {
        await tx
          .insertInto('learner')
          .values({
            ...{
              trust_id: trust.id,
              id: newId(),
              person_id: personId,
              route: 'framework',
              university: 'kings',
            },
            ...{ stage: 'pgdip', intake_month: '2027-09', study_day_rule: 'lapses', status: 'interested' },
            status_date: '2026-11-16',
          })
          .execute();
        audit({ entity: 'learner', entityId: 'new' });
      });
    await expect(add(inSurgery.personId)).rejects.toThrow(/row-level security/);
    await add(inMedicine.personId);
  });

  test('changes no row of another division, whatever the statement says', async () => {
    const changed = await withTrustWrite(ctx(), 'learners.move', async (tx, audit) => {
      const { numUpdatedRows } = await tx
        .updateTable('team')
        .set({ name: 'Taken over' })
        .where('id', '=', inSurgery.teamId)
        .executeTakeFirstOrThrow();
      audit({ entity: 'team', entityId: inSurgery.teamId });
      return numUpdatedRows;
    });
    expect(changed).toBe(0n);
  });

  test('cannot queue a job, which would see the whole trust', async () => {
    const queue = withTrustWrite(ctx(), 'imports.discard', (tx) =>
      tx
        .insertInto('job')
        .values({
          ...{ trust_id: trust.id, id: newId(), kind: 'imports.read', payload: '{}' },
          ...{ created_by: ctx().userId, role: 'workforce', request_id: 'x' },
        })
        .execute(),
    );
    await expect(queue).rejects.toThrow(/row-level security/);
  });
});
