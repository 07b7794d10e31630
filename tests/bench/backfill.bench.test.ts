import { expect, test } from 'vitest';
import { bankOnlyPolicy } from '../../shared/backfill/cover-policy.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { saveSetting, undoSetting } from '../../server/backfill/save-setting.ts';
import { fillTrust } from '../support/full-trust.ts';
import { useServer } from '../support/server.ts';
import { AnswerTimes } from './answer-times.ts';

const server = useServer();
const nurses = 'Nursing and Midwifery Registered';

test('the first page of cover of 500 learners in 120 teams over three financial years costs the server at most two and a half times the grid, and once kept a third of it', async () => {
  await fillTrust(server, 120, 500);
  const ctx = server.trusts.a.as('workforce');
  const steps = [{ from: asPlainDate('2026-11-16'), minutesPerWeek: 6_000 }];
  await saveSetting(ctx, { kind: 'supply', staffGroup: nurses, version: 0, steps });
  await server.asApp(
    { trustId: ctx.trustId },
    `insert into cover_policy (trust_id, team_id, version, policy, recorded_by) select trust_id, id, 1, $1::jsonb, $2 from team`,
    [JSON.stringify({ ...bankOnlyPolicy, fillByNotice: [{ weeks: 0, fillBp: 8_000 }] }), ctx.userId],
  );
  const { trpc } = await server.signIn('workforce');
  const times = new AnswerTimes();
  for (let round = 0; round < 8; round += 1) {
    // Another version of the bank's supply is another state of the trust: nothing kept from the round before.
    await undoSetting(ctx, { kind: 'supply', staffGroup: nurses, version: 2 * round + 1 });
    await undoSetting(ctx, { kind: 'supply', staffGroup: nurses, version: 2 * round + 2 });
    await times.of('grid', () => trpc.release.grid.query({}));
    const ask = () => trpc.backfill.summary.query({ basis: 'trust' });
    const { summary } = await times.of('cover', ask);
    await times.of('cover, kept', ask);
    expect(summary.byTeam).toHaveLength(120);
    expect(summary.byTeam.reduce((sum, { learners }) => sum + learners, 0)).toBe(500);
    expect(summary.byYear.length).toBeGreaterThanOrEqual(3);
    expect(summary.bankShortages.length).toBeGreaterThan(0);
  }
  console.log(JSON.stringify(times.figures()));
  // Ratios in one run: the same plan is read and worked out for the grid, and another program on the machine slows both.
  const cover = times.processorMs('cover');
  expect(cover / times.processorMs('grid')).toBeLessThan(2.5);
  expect(times.processorMs('cover, kept') / cover).toBeLessThan(1 / 3);
});
