import { wholeTrust } from '../../shared/access/scope.ts';
import type { Result } from '../../shared/core/result.ts';
import type { House } from '../auth/context.ts';
import { ensureAccount } from '../auth/accounts.ts';
import { samplePeople } from '../auth/sample-people.ts';
import { makeClock } from '../config/clock.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { discardImport } from '../imports/discard-import.ts';
import { importNow } from '../imports/import-now.ts';
import { readBatches, readLastApplied } from '../imports/read.ts';
import { readStudies } from '../research/read.ts';
import { readSettings } from '../research/read-settings.ts';
import { recordRecruitment } from '../research/record-recruitment.ts';
import { recordRegister } from '../research/record-register.ts';
import { readSupervisors } from '../supervisors/read.ts';
import { recordSupervisors } from '../supervisors/record-supervisors.ts';
import { openTrust, type Member } from '../trust/open-trust.ts';
import { trustsOfAccount } from '../trust/trusts-of-account.ts';
import { recordFunding, type FundingRegister } from '../funding/record-funding.ts';
import { readSources } from '../funding/read.ts';
import { readLearners } from '../learners/read.ts';
import { readReadiness } from '../learners/read-history.ts';
import { recordReadinessRegister } from '../learners/record-readiness-register.ts';
import type { SampleFunding } from './generate-funding.ts';
import { generateTrust } from './generate-trust.ts';
import { readBudgets } from '../budget/read.ts';
import { grantAccess, lacksAccess } from './grant-access.ts';
import { filesOf, type SampleFiles } from './sample-files.ts';
import { recordSampleBudget } from './record-sample-budget.ts';
import { sampleDataCut, sampleTrusts, trustPlans, type TrustPlan } from './trust-plans.ts';

type Administered = { readonly administrator: Member; readonly others: readonly Member[] };

/**
 * Loads the sample trusts, with one sample person for each role, through the same imports that a trust uses.
 *
 * Each step (staff, teams, learners, readiness, studies, recruitment, supervisors, funding, access) is one transaction and is done once: a start that was cut short goes on
 * where it stopped, and one that finds everything does nothing. A trust that holds its own data is left alone.
 *
 * @param say is told one line for each trust that was loaded.
 */
export async function loadSampleTrusts(database: Database, say: (line: string) => void): Promise<void> {
  // The files are read as of the day they describe, whatever the day is.
  const house: House = { database, clock: makeClock(sampleDataCut) };
  const members = await ensureMembers(database);
  for (const name of sampleTrusts) {
    const loaded = await loadOne(house, trustPlans[name], members);
    if (loaded !== null) say(`  ${loaded}`);
  }
}

async function ensureMembers(database: Database): Promise<Administered> {
  const members: Member[] = [];
  for (const person of samplePeople) {
    members.push({ userId: await ensureAccount(database, person), role: person.role });
  }
  const administrator = members.find((member) => member.role === 'administrator');
  if (administrator === undefined) throw new Error('no sample administrator');
  return { administrator, others: members.filter((member) => member !== administrator) };
}

/** @returns what was loaded, in words; null when there was nothing to do. */
async function loadOne(house: House, plan: TrustPlan, members: Administered): Promise<string | null> {
  const ctx = await openOrFind(house, plan, members);
  if (ctx === null) return null;
  const missing = await missingSteps(ctx, members.others, plan);
  if (missing.length === 0) return null;
  const trust = generateTrust(plan);
  const files = filesOf(trust);
  await putAwayUnfinished(ctx);
  for (const step of missing) {
    if (step === 'readiness') succeed(step, await recordReadinessRegister(ctx, trust.readiness));
    else if (step === 'research') succeed(step, await recordRegister(ctx, trust.research));
    else if (step === 'recruitment') succeed(step, await recordRecruitment(ctx, trust.recruitment));
    else if (step === 'supervisors') succeed(step, await recordSupervisors(ctx, trust.supervisors));
    else if (step === 'funding')
      succeed(step, await recordFunding(ctx, await registerOf(ctx, trust.funding)));
    else if (step === 'budget') succeed(step, await recordSampleBudget(ctx, plan.seed));
    else if (step === 'access') succeed(step, await grantAccess(ctx, members.others));
    else succeed(step, await importNow(ctx, termsOf(step), fileOf(files, step)));
  }
  const people = new Set(trust.staff.map((row) => row.employeeNumber)).size.toLocaleString('en-GB');
  return `${plan.name}: ${people} invented people in ${trust.teams.length} teams`;
}

/** The trust as its sample administrator sees it, opened when it is not there; null when it holds its own data. */
async function openOrFind(
  house: House,
  plan: TrustPlan,
  { administrator, others }: Administered,
): Promise<TrustContext | null> {
  const known = await trustsOfAccount(house.database, administrator.userId);
  const found = known.find((trust) => trust.odsCode === plan.odsCode);
  if (found === undefined) {
    const { odsCode, name, dataCut } = plan;
    return openTrust(house, { odsCode, name, synthetic: true, dataCut }, administrator, others);
  }
  if (!found.synthetic) return null;
  return {
    database: house.database,
    trustId: found.id,
    userId: administrator.userId,
    role: administrator.role,
    scope: wholeTrust,
    sessionHash: null,
    requestId: newId(),
    today: house.clock.today,
    now: house.clock.now,
  };
}

const sheets = ['staff', 'teams', 'learners'] as const;

/** The files of a sample trust, in the order in which each needs the ones before. */
type Sheet = (typeof sheets)[number];

type Step =
  Sheet | 'readiness' | 'research' | 'recruitment' | 'supervisors' | 'funding' | 'budget' | 'access';

/** Steps whose one transaction has not been committed yet, in the order in which each needs the ones before. */
async function missingSteps(
  ctx: TrustContext,
  members: readonly Member[],
  { keepsChecklists }: TrustPlan,
): Promise<Step[]> {
  const missing = await missingData(ctx, keepsChecklists);
  return (await lacksAccess(ctx, members)) ? [...missing, 'access'] : missing;
}

async function missingData(ctx: TrustContext, keepsChecklists: boolean): Promise<Step[]> {
  return withTrust(ctx, async (tx) => {
    const missing: Step[] = [];
    for (const kind of sheets) {
      if ((await readLastApplied(tx, ctx.trustId, kind)) === null) missing.push(kind);
    }
    if (keepsChecklists && (await readReadiness(tx, ctx.trustId)).size === 0) missing.push('readiness');
    const studies = await readStudies(tx, ctx.trustId);
    if (studies.length === 0) missing.push('research');
    if ((await readSettings(tx, ctx.trustId)).length === 0) missing.push('recruitment');
    const supervisors = await readSupervisors(tx, ctx.trustId);
    if (supervisors.length === 0) missing.push('supervisors');
    if ((await readSources(tx, ctx.trustId)).length === 0) missing.push('funding');
    const budgets = await readBudgets(tx, ctx.trustId);
    return budgets.length === 0 ? [...missing, 'budget'] : missing;
  });
}

/** The sample's awards with the ids of the learners they are of. */
async function registerOf(ctx: TrustContext, funding: SampleFunding): Promise<FundingRegister> {
  const learners = await withTrust(ctx, (tx) => readLearners(tx, ctx.trustId));
  const keyOf = (row: SampleFunding['awards'][number]['of']): string =>
    `${row.employeeNumber} ${row.stage} ${row.intakeMonth}`;
  const ids = new Map(learners.map((learner) => [keyOf(learner), learner.id]));
  const awards = funding.awards.flatMap(({ of, award }) => {
    const learnerId = ids.get(keyOf(of));
    return learnerId === undefined ? [] : [{ learnerId, ...award }];
  });
  return { ...funding, awards };
}

/** Previews of a start that was cut short before it applied them. */
async function putAwayUnfinished(ctx: TrustContext): Promise<void> {
  const batches = await withTrust(ctx, (tx) => readBatches(tx, ctx.trustId, 100));
  for (const { id, state } of batches) {
    if (state === 'reading' || state === 'previewed')
      succeed('an earlier start', await discardImport(ctx, { id }));
  }
}

function termsOf(kind: Sheet) {
  return { kind, scope: 'whole-trust' as const, dataDate: sampleDataCut };
}

function fileOf(files: SampleFiles, kind: Sheet): string {
  switch (kind) {
    case 'staff':
      return files.staffCsv;
    case 'teams':
      return files.teamCsv;
    case 'learners':
      return files.learnerCsv;
  }
}

function succeed(step: string, result: Result<unknown>): void {
  if (!result.ok) throw new Error(`The sample data could not be loaded (${step}): ${result.error.message}`);
}
