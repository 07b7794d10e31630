import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { bankOnlyPolicy, type CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { exportStudyDays } from '../../server/backfill/export-study-days.ts';
import { savePolicy, saveSetting, undoPolicy, undoSetting } from '../../server/backfill/save-setting.ts';
import { migrations } from '../../server/db/migrations-list.ts';
import { newId } from '../../server/db/new-id.ts';
import { sampleCodes } from '../support/trust-page.ts';
import { useServer, type Person } from '../support/server.ts';

const server = useServer({ sample: true });
const empty = useServer();

const nurses = 'Nursing and Midwifery Registered';
const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);

/** The workforce manager in the large sample trust. */
async function manager(): Promise<Person['trpc']> {
  const { trpc } = await server.signIn('workforce');
  const wanted = (await trpc.trust.list.query()).find(({ odsCode }) => odsCode === sampleCodes.large)!;
  if (!wanted.current) await trpc.trust.switch.mutate({ trustId: wanted.id });
  return trpc;
}

type Summary = Awaited<ReturnType<Person['trpc']['backfill']['summary']['query']>>['summary'];

const total = ({ byYear }: Summary): number => byYear.reduce((sum, { costPence }) => sum + costPence, 0);

const nights = { plain: 6_000, 'saturday-or-night': 3_000, 'sunday-or-bank-holiday': 1_000 };

const policy: CoverPolicy = {
  ...bankOnlyPolicy,
  rungs: [
    { rung: 'planned-bank', shareBp: 10_000, pence: 3_200 },
    { rung: 'late-bank', shareBp: 10_000, pence: 7_200 },
  ],
  fillByNotice: [
    { weeks: 0, fillBp: 5_000 },
    { weeks: 8, fillBp: 8_500 },
  ],
  lateChanceBp: 3_000,
  shiftMinutes: 450,
};

describe('how a team covers', () => {
  it('is priced rung by rung as soon as it is saved, and exactly as before once it is undone', async () => {
    const trpc = await manager();
    const { summary: before, teamsWithPolicy } = await trpc.backfill.summary.query({});
    expect(teamsWithPolicy).toBe(0);
    const { teamId } = before.byTeam.find(({ lines }) => lines.length > 0)!;
    const choices = await trpc.backfill.team.query({ teamId });
    expect(choices.policy).toEqual({ version: 0, value: null });
    expect(choices.choices.waiting).toBeNull();
    const saved = await trpc.backfill.savePolicy.mutate({ teamId, version: 0, policy });
    expect(saved).toEqual({ version: 1 });
    const { summary: after } = await trpc.backfill.summary.query({});
    const own = after.byTeam.find((team) => team.teamId === teamId)!;
    expect([...new Set(own.lines.map(({ rung }) => rung))].sort()).toEqual(['late-bank', 'planned-bank']);
    const unfilled = own.byYear.reduce((sum, year) => sum + year.unfilled, 0);
    expect(unfilled).toBe(0);
    expect(after.byRung.reduce((sum, { costPence }) => sum + costPence, 0)).toBe(total(after));
    const { choices: asked } = await trpc.backfill.team.query({ teamId });
    expect(asked.waiting).toMatchObject({
      bankPence: 3_200,
      latePence: 7_200,
      waitingPence: 4_400,
      extraPence: 1_200,
    });
    const booking = after.toBook.find((one) => one.teamId === teamId)!;
    expect(booking.shiftMinutes).toBe(450);
    expect(booking.waiting!.extraPence).toBe(Math.round((booking.neededMinutes / 60) * 1_200));
    await trpc.backfill.undoPolicy.mutate({ teamId, version: 1 });
    const { policy: undone } = await trpc.backfill.team.query({ teamId });
    const inLondon = { ...bankOnlyPolicy, highCostArea: 'inner' as const, hoursByKind: nights };
    await trpc.backfill.savePolicy.mutate({ teamId, version: undone.version, policy: inLondon });
    const london = await trpc.backfill.team.query({ teamId });
    expect(london.policy.value).toEqual(inLondon);
    const paid = (one: typeof london, rung: string): number =>
      one.choices.prices.find((price) => price.rung === rung)!.rate!.pence;
    for (const rung of ['extra-hours', 'fixed-term', 'agency'])
      expect(paid(london, rung)).toBeGreaterThan(paid(choices, rung));
    expect(paid(london, 'overtime')).toBe(paid(choices, 'overtime'));
    await trpc.backfill.undoPolicy.mutate({ teamId, version: london.policy.version });
    const { summary: put } = await trpc.backfill.summary.query({});
    expect(put).toEqual(before);
  });

  it('is refused to whoever saw an older version, for a team that is not there, and with a rung twice', async () => {
    const { a } = empty.trusts;
    const ctx = a.as('workforce');
    const teamId = newId();
    await empty.asApp(
      { trustId: a.id },
      `insert into team (trust_id, id, name, type) values ($1, $2, 'Ward', 'not-rostered')`,
      [a.id, teamId],
    );
    expect(codeOf(await savePolicy(ctx, { teamId: newId(), version: 0, policy }))).toBe('not-found');
    expect(codeOf(await undoPolicy(ctx, { teamId, version: 1 }))).toBe('not-found');
    expect(await savePolicy(ctx, { teamId, version: 0, policy })).toMatchObject({ value: { version: 1 } });
    expect(codeOf(await savePolicy(ctx, { teamId, version: 0, policy: null }))).toBe('changed-elsewhere');
    expect(await savePolicy(ctx, { teamId, version: 1, policy: bankOnlyPolicy })).toMatchObject({ ok: true });
    expect(codeOf(await undoPolicy(ctx, { teamId, version: 1 }))).toBe('changed-elsewhere');
    expect(await undoPolicy(ctx, { teamId, version: 2 })).toMatchObject({ value: { version: 3 } });
    const { trpc } = await empty.signIn('workforce');
    expect((await trpc.backfill.team.query({ teamId })).policy).toEqual({ version: 3, value: policy });
    const twice = { ...policy, rungs: [policy.rungs[0]!, policy.rungs[0]!] };
    await expect(trpc.backfill.savePolicy.mutate({ teamId, version: 3, policy: twice })).rejects.toThrow();
    const more = { ...policy, hoursByKind: { ...nights, plain: 10_000 } };
    await expect(trpc.backfill.savePolicy.mutate({ teamId, version: 3, policy: more })).rejects.toThrow();
  });

  it('written before there was a choice of where and when is read as outside London and by day', async () => {
    const { trpc } = await empty.signIn('workforce');
    const { b } = empty.trusts;
    const teamId = newId();
    await empty.asApp(
      { trustId: b.id },
      `insert into team (trust_id, id, name, type) values ($1, $2, 'Old ward', 'not-rostered')`,
      [b.id, teamId],
    );
    await savePolicy(b.as('workforce'), { teamId, version: 0, policy });
    await empty.asOwner(`alter table cover_policy no force row level security`);
    await empty.asOwner(`update cover_policy set policy = policy - 'highCostArea' - 'hoursByKind'`);
    await empty.asOwner(`alter table cover_policy force row level security`);
    const pool = new Pool({ connectionString: empty.ownerUrl, max: 1 });
    const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    await migrations.find(({ name }) => name.endsWith('cover_terms'))!.up(owner);
    await owner.destroy();
    const kept = await empty.asApp({ trustId: b.id }, `select policy from cover_policy where team_id = $1`, [
      teamId,
    ]);
    expect(kept).toEqual([{ policy }]);
    const forced = await empty.asOwner(
      `select relforcerowsecurity as forced from pg_class where relname = 'cover_policy'`,
    );
    expect(forced).toEqual([{ forced: true }]);
    expect((await trpc.backfill.summary.query({})).teamsWithPolicy).toBeGreaterThan(0);
  });
});

describe('what the bank has', () => {
  it('cuts every team of the group in the weeks it is too little, never below nothing; undone, all is as before', async () => {
    const trpc = await manager();
    const shown = await trpc.backfill.summary.query({});
    expect(shown.supplies).toEqual([]);
    const version = 0;
    const steps = [{ from: asPlainDate('2027-01-04'), minutesPerWeek: 60 }];
    await trpc.backfill.saveSetting.mutate({ kind: 'supply', staffGroup: nurses, version, steps });
    const { summary, supplies } = await trpc.backfill.summary.query({});
    expect(supplies).toHaveLength(1);
    expect(summary.bankShortages.length).toBeGreaterThan(10);
    expect(summary.bankShortages.every(({ monday, supply }) => monday >= '2027-01-04' && supply === 60)).toBe(
      true,
    );
    expect(total(summary)).toBeLessThan(total(shown.summary));
    const unfilled = ({ ladder }: Summary): number => ladder.reduce((sum, year) => sum + year.unfilled, 0);
    expect(unfilled(summary)).toBeGreaterThan(unfilled(shown.summary));
    await trpc.backfill.undoSetting.mutate({ kind: 'supply', staffGroup: nurses, version: 1 });
    expect((await trpc.backfill.summary.query({})).summary).toEqual(shown.summary);
  });
});

describe('roster periods', () => {
  it('date what is to be booked; without them it is the next eight weeks', async () => {
    const trpc = await manager();
    const before = await trpc.backfill.summary.query({});
    expect(before.bookUntil).toBe('2027-01-04');
    expect(before.summary.toBook.every(({ approveBy }) => approveBy === null)).toBe(true);
    const period = { startsOn: asPlainDate('2026-11-02'), weeks: 4, approvalDays: 42 };
    await trpc.backfill.saveSetting.mutate({ kind: 'roster', teamId: null, version: 0, period });
    const after = await trpc.backfill.summary.query({});
    expect(after.roster).toEqual({ version: 1, value: period });
    expect(after.bookUntil).toBe('2027-02-15');
    const late = after.summary.toBook.filter(({ isLate }) => isLate);
    expect(new Set(late.map(({ approveBy }) => approveBy))).toEqual(
      new Set(['2026-09-21', '2026-10-19', '2026-11-16']),
    );
    expect(
      new Set(after.summary.toBook.map(({ approveBy }) => approveBy)).has(asPlainDate('2026-12-14')),
    ).toBe(true);
    const { teamId } = after.summary.toBook[0]!;
    const own = { ...period, approvalDays: 0 };
    await trpc.backfill.saveSetting.mutate({ kind: 'roster', teamId, version: 0, period: own });
    const team = (await trpc.backfill.summary.query({})).summary.toBook.filter(
      (one) => one.teamId === teamId,
    );
    const lateWeeks = team.filter(({ isLate }) => isLate).map(({ from }) => from);
    expect(lateWeeks.every((from) => from < '2026-11-30')).toBe(true);
    expect(team.at(-1)).toMatchObject({ approveBy: '2026-11-30', isLate: false });
    await trpc.backfill.undoSetting.mutate({ kind: 'roster', teamId, version: 1 });
    await trpc.backfill.undoSetting.mutate({ kind: 'roster', teamId: null, version: 1 });
    expect((await trpc.backfill.summary.query({})).summary).toEqual(before.summary);
  });

  it('are one version at a time, of the trust and of a team apart', async () => {
    const ctx = empty.trusts.a.as('workforce');
    const period = { startsOn: asPlainDate('2026-11-02'), weeks: 4, approvalDays: 42 };
    const roster = { kind: 'roster', teamId: null, period } as const;
    expect(await saveSetting(ctx, { ...roster, version: 0 })).toMatchObject({ value: { version: 1 } });
    expect(codeOf(await saveSetting(ctx, { ...roster, version: 0 }))).toBe('changed-elsewhere');
    expect(codeOf(await undoSetting(ctx, { kind: 'roster', teamId: null, version: 3 }))).toBe(
      'changed-elsewhere',
    );
  });
});

describe('study days as a file', () => {
  it('has a number, a day, hours and a reason, adds up to the release of the learners in it, and is in the audit log', async () => {
    const trpc = await manager();
    const file = await trpc.backfill.studyDays.mutate({
      from: asPlainDate('2026-11-16'),
      to: asPlainDate('2027-03-31'),
    });
    const lines = file.csv.trimEnd().split('\r\n');
    expect(lines[0]!.replace(/^\uFEFF/, '')).toBe('Assignment number,Date,Hours,Reason');
    expect(lines).toHaveLength(file.rows + 1);
    for (const line of lines.slice(1)) {
      expect(line).toMatch(/^[0-9A-Z-]+,202[67]-\d\d-\d\d,\d+(\.\d+)?,Study leave: research course$/);
    }
    const { trpc: administrator } = await server.signIn('administrator');
    const large = (await administrator.trust.list.query()).find(
      ({ odsCode }) => odsCode === sampleCodes.large,
    )!;
    if (!large.current) await administrator.trust.switch.mutate({ trustId: large.id });
    const log = JSON.stringify(await administrator.admin.audit.query({}));
    expect(log).toContain('backfill.studyDays');
    expect(log).not.toContain(lines[1]?.split(',')[0] ?? 'no line');
  });

  it('is refused to roles that keep no register, and for days the wrong way round', async () => {
    const { trpc } = await empty.signIn('approver');
    const days = { from: asPlainDate('2026-11-16'), to: asPlainDate('2026-11-15') };
    await expect(trpc.backfill.studyDays.mutate(days)).rejects.toThrow();
    expect(codeOf(await exportStudyDays(empty.trusts.a.as('workforce'), days))).toBe('bad-input');
    const long = { from: days.to, to: asPlainDate('2030-01-01') };
    expect(codeOf(await exportStudyDays(empty.trusts.a.as('workforce'), long))).toBe('too-large');
  });
});
