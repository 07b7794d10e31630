import { beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { ensureAccount } from '../../server/auth/accounts.ts';
import { samplePeople } from '../../server/auth/sample-people.ts';
import { makeClock } from '../../server/config/clock.ts';
import { newId } from '../../server/db/new-id.ts';
import { withTrust, type TrustContext } from '../../server/db/with-trust.ts';
import { beginImport } from '../../server/imports/begin-import.ts';
import { importNow } from '../../server/imports/import-now.ts';
import { readBatches } from '../../server/imports/read.ts';
import { readLearners } from '../../server/learners/read.ts';
import { readReadiness } from '../../server/learners/read-history.ts';
import { readDelegationEntries, readStudies } from '../../server/research/read.ts';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { loadSampleTrusts } from '../../server/sample/load-sample-trusts.ts';
import { sampleFiles } from '../../server/sample/sample-files.ts';
import { sampleDataCut, trustPlans, type SampleTrust } from '../../server/sample/trust-plans.ts';
import { readAssignmentsOn } from '../../server/staff/read.ts';
import { readTeams } from '../../server/teams/read.ts';
import { openTrust } from '../../server/trust/open-trust.ts';
import { replaceWithOurData } from '../../server/trust/replace-with-our-data.ts';
import { trustsOfAccount } from '../../server/trust/trusts-of-account.ts';
import { wholeTrust } from '../../shared/access/scope.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { namedOn } from '../../shared/research/named.ts';
import { useDatabase, type TestDatabase } from '../support/database.ts';

const house = (db: TestDatabase) => ({ database: db.database, clock: makeClock(sampleDataCut) });
const silent = (): void => undefined;

async function administratorOf(db: TestDatabase): Promise<string> {
  return ensureAccount(
    db.database,
    samplePeople.find(({ role }) => role === 'administrator')!,
  );
}

/** One sample trust as its administrator sees it. */
async function contextOf(db: TestDatabase, name: SampleTrust): Promise<TrustContext> {
  const userId = await administratorOf(db);
  const trusts = await trustsOfAccount(db.database, userId);
  const trust = trusts.find(({ odsCode }) => odsCode === trustPlans[name].odsCode)!;
  const { clock, database } = house(db);
  return {
    database,
    trustId: trust.id,
    userId,
    role: 'administrator',
    scope: wholeTrust,
    sessionHash: null,
    requestId: newId(),
    ...clock,
  };
}

/** What a trust holds, counted. */
async function held(ctx: TrustContext) {
  return withTrust(ctx, async (tx) => ({
    assignments: (await readAssignmentsOn(tx, ctx.trustId, sampleDataCut)).length,
    teams: (await readTeams(tx, ctx.trustId)).length,
    learners: (await readLearners(tx, ctx.trustId)).length,
    studies: (await readStudies(tx, ctx.trustId)).length,
    entries: (await readDelegationEntries(tx, ctx.trustId)).length,
    checklists: (await readReadiness(tx, ctx.trustId)).size,
  }));
}

function expected(name: SampleTrust) {
  const trust = generateTrust(trustPlans[name]);
  const inPost = trust.staff.filter((row) => row.leavingDate === null || row.leavingDate >= sampleDataCut);
  return {
    assignments: inPost.length,
    teams: trust.teams.length,
    learners: trust.learners.length,
    studies: trust.research.studies.length,
    entries: trust.research.entries.length,
    checklists: trust.readiness.length,
  };
}

async function states(ctx: TrustContext): Promise<string[]> {
  const batches = await withTrust(ctx, (tx) => readBatches(tx, ctx.trustId, 100));
  return batches.map(({ kind, state }) => `${kind} ${state}`).sort();
}

const applied = ['learners applied', 'staff applied', 'teams applied'];

describe('sample trusts in an empty database', () => {
  const db = useDatabase();
  const said: string[] = [];
  let large: TrustContext;
  let small: TrustContext;

  beforeAll(async () => {
    await loadSampleTrusts(db.database, (line) => said.push(line));
    [large, small] = [await contextOf(db, 'large'), await contextOf(db, 'small')];
  });

  it('are loaded whole, through the imports, with one line said of each', async () => {
    expect(await held(large)).toEqual(expected('large'));
    expect(await held(small)).toEqual(expected('small'));
    expect(await states(large)).toEqual(applied);
    expect(said).toEqual([
      '  Example University Hospitals: 6,114 invented people in 120 teams',
      '  Example Community Trust: 912 invented people in 25 teams',
    ]);
  });

  it('are labelled synthetic, with their data cut, and all seven sample people belong to both', async () => {
    const rows = await db.asApp<{ synthetic: boolean; data_cut: string; n: number }>(
      { trustId: large.trustId },
      `select t.synthetic, t.data_cut::text, (select count(*) from membership m where m.trust_id = t.trust_id)::int as n
       from trust t where t.trust_id = $1`,
      [large.trustId],
    );
    expect(rows).toEqual([{ synthetic: true, data_cut: '2026-11-20', n: 7 }]);
    for (const person of samplePeople) {
      const trusts = await trustsOfAccount(db.database, await ensureAccount(db.database, person));
      expect(trusts.map(({ name, role }) => [name, role])).toEqual([
        ['Example University Hospitals', person.role],
        ['Example Community Trust', person.role],
      ]);
    }
  });

  it('hold the learners and the teams of the files, field by field', async () => {
    const trust = generateTrust(trustPlans.large);
    const rows = await withTrust(large, (tx) => readLearners(tx, large.trustId));
    const keyOf = (row: Pick<LearnerRow, 'employeeNumber' | 'stage' | 'intakeMonth'>): string =>
      `${row.employeeNumber} ${row.stage} ${row.intakeMonth}`;
    const stored = new Map(rows.map((row) => [keyOf(row), row]));
    expect(stored.size).toBe(trust.learners.length);
    for (const learner of trust.learners) expect(stored.get(keyOf(learner))).toMatchObject(learner);
    const teams = await withTrust(large, (tx) => readTeams(tx, large.trustId));
    const wardSeven = teams.find(({ name }) => name === 'Ward 7, acute medicine');
    expect(wardSeven).toMatchObject({
      type: 'rostered-round-the-clock',
      plannedMinimum: { minutes: 71_700, owner: 'Director of Nursing (role)' },
      temporaryCoverMinutes: 0,
      studyHeadroomMinutes: 630,
      unavailabilityIncludesStudy: true,
      unavailabilityBp: [2000, 2050, 2000, 2250, 2000, 2000, 2350, 2500, 1950, 1900, 1900, 2350],
      unavailabilitySdBp: 100,
      coverRates: { '2026/27': 2575, '2027/28': 2640, '2028/29': 2706 },
      backfillBp: 10_000,
      fillBp: 8500,
    });
  });

  it('name 40 investigators on the day of the data cut', async () => {
    const named = await withTrust(large, async (tx) =>
      namedOn(
        await readStudies(tx, large.trustId),
        await readDelegationEntries(tx, large.trustId),
        sampleDataCut,
      ),
    );
    expect(named.size).toBe(40);
  });

  it('leave an audit log whose chain is whole', async () => {
    expect(await verifyChain(large)).toMatchObject({ whole: true });
  });

  it('are left as they are by the next start', async () => {
    const before = [await verifyChain(large), await verifyChain(small)];
    await loadSampleTrusts(db.database, (line) => said.push(line));
    expect(said).toHaveLength(2);
    expect([await verifyChain(large), await verifyChain(small)]).toEqual(before);
  });

  it('can be emptied and filled again from the files, and a start then leaves the trust’s own data alone', async () => {
    const { name } = trustPlans.small;
    expect((await replaceWithOurData(small, { confirmation: name })).ok).toBe(true);
    await loadSampleTrusts(db.database, silent);
    const nothing = { assignments: 0, checklists: 0, teams: 0, learners: 0, studies: 0, entries: 0 };
    expect(await held(small)).toEqual(nothing);
    const files = sampleFiles('small');
    const terms = { scope: 'whole-trust', dataDate: sampleDataCut } as const;
    await importNow(small, { ...terms, kind: 'staff' }, files.staffCsv);
    await importNow(small, { ...terms, kind: 'teams' }, files.teamCsv);
    await importNow(small, { ...terms, kind: 'learners' }, files.learnerCsv);
    expect(await held(small)).toEqual({ ...expected('small'), studies: 0, entries: 0 });
  });
});

describe('a start that was cut short', () => {
  const db = useDatabase();

  it('is gone on with: what was done stays, what was half done is put away, the rest is loaded', async () => {
    const userId = await administratorOf(db);
    const { odsCode, name, dataCut } = trustPlans.small;
    const ctx = await openTrust(
      house(db),
      { odsCode, name, synthetic: true, dataCut },
      { userId, role: 'administrator' },
      [],
    );
    const terms = { scope: 'whole-trust', dataDate: sampleDataCut } as const;
    const files = sampleFiles('small');
    expect((await importNow(ctx, { ...terms, kind: 'staff' }, files.staffCsv)).ok).toBe(true);
    const file = { sha256: '0'.repeat(64), bytes: 1 };
    expect((await beginImport(ctx, { ...terms, kind: 'teams' }, file)).ok).toBe(true);

    await loadSampleTrusts(db.database, silent);
    expect(await held(ctx)).toEqual(expected('small'));
    expect(await states(ctx)).toEqual([...applied, 'teams discarded']);
  });
});
