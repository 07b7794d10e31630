import { expect, test } from 'vitest';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { saveBudget } from '../../server/budget/save-budget.ts';
import { fillTrust } from '../support/full-trust.ts';
import { useServer } from '../support/server.ts';
import { AnswerTimes } from './answer-times.ts';

const server = useServer();

/** A fee of each learner, most of them paid by a bursary, and a shift of the bank each weekday of three months. */
async function addMoney(): Promise<void> {
  const { id } = server.trusts.a;
  const run = (text: string) => server.asApp({ trustId: id }, text);
  await run(`update learner set fee_pence = 400000, funding_pence = case when id::text < '8' then 400000 end,
    funding_source = 'nihr-bursary', status = 'enrolled', started_on = '2026-09-28'`);
  await run(`insert into bank_shift (trust_id, id, reference, unit, worked_on, band, minutes, cost_pence, reason)
    select t.trust_id, gen_random_uuid(), concat(t.name, d), t.name, d::date, 'Band 5', 690, 33000,
      case when extract(day from d)::int % 2 = 0 then 'Study leave' else 'Vacancy' end
    from team t, generate_series('2026-08-03'::date, '2026-12-18'::date, '2 days') d`);
  await run(`insert into ledger_line (trust_id, id, period, cost_centre, subjective_code, description, pence,
      journal_reference, line)
    select '${id}', gen_random_uuid(), to_char(d, 'YYYY-MM'), 'CC' || n, '521105', 'Bank', 900000, concat('J', n), d::date - '2026-01-01'
    from generate_series(0, 39) n, generate_series('2026-08-01'::date, '2026-10-01'::date, '1 month') d`);
}

test('the first page of the budget of 500 learners in 120 teams over three financial years costs the server at most one and a half times the page of cover, and once kept a third of it', async () => {
  await fillTrust(server, 120, 500);
  await addMoney();
  const ctx = server.trusts.a.as('finance');
  const { trpc } = await server.signIn('finance');
  const times = new AnswerTimes();
  for (let round = 0; round < 8; round += 1) {
    // A budget typed is another state of the trust: nothing kept from the round before.
    const budget = { costCentre: `CC${round}`, financialYear: asFinancialYear('2026/27'), pence: 1 };
    await saveBudget(ctx, { version: null, budget });
    await times.of('cover', () => trpc.backfill.summary.query({}));
    const ask = () => trpc.budget.show.query({});
    const { summary } = await times.of('budget', ask);
    await times.of('budget, kept', ask);
    expect(summary.teams.length).toBeGreaterThanOrEqual(200);
    expect(summary.reconcile.length).toBeGreaterThan(100);
  }
  console.log(JSON.stringify(times.figures()));
  // Ratios in one run: another program on the machine slows both.
  const budget = times.processorMs('budget');
  expect(budget / times.processorMs('cover')).toBeLessThan(1.5);
  expect(times.processorMs('budget, kept') / budget).toBeLessThan(1 / 3);
});
