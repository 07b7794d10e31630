import { describe, expect, it } from 'vitest';
import { sumOf } from '../../shared/budget/line.ts';
import type { WorkingOf } from '../../shared/budget/working-of.ts';
import { listKept } from '../../server/imports/list-kept.ts';
import { undoImport } from '../../server/imports/undo-import.ts';
import { heldBytes } from '../support/held-bytes.ts';
import { importText, preview } from '../support/imports.ts';
import { listImportRows } from '../../server/imports/list-import-rows.ts';
import { adding, fileOf } from '../support/sheets.ts';
import { useServer } from '../support/server.ts';
import { freshDatabase } from '../support/database.ts';
import { openTestTrusts } from '../support/trusts.ts';

describe('the budget of the sample trust, as the server gives it to the page', () => {
  const server = useServer({ sample: true });

  it('adds up by month, centre and team, and what is ahead is the cover and the fees of the page of cover', async () => {
    const fin = await server.signIn('finance');
    const [{ summary }, cover] = [
      await fin.trpc.budget.show.query({}),
      await fin.trpc.backfill.summary.query({}),
    ];
    for (const year of summary.years) {
      const whole = summary.totals.find((one) => one.year === year)!;
      for (const rows of [summary.months, summary.centres, summary.teams]) {
        const own: readonly { readonly year: string; readonly forecast: number }[] = rows;
        expect(
          sumOf(
            own.filter((row) => row.year === year),
            ({ forecast }) => forecast,
          ),
        ).toBe(whole.forecast);
      }
      const fees = cover.summary.byYear.find(({ financialYear }) => financialYear === year)!;
      expect(whole.fees + whole.income).toBe(fees.netFeesPence);
    }
    const [first, second] = summary.totals;
    const byYear = (year: string) =>
      cover.summary.byYear.find(({ financialYear }) => financialYear === year)!.costPence;
    expect(second!.cover).toBe(byYear('2027/28'));
    expect(first!.cover).toBeGreaterThan(byYear('2026/27'));
    const centres = summary.centres.filter(({ year }) => year === '2027/28');
    const theirs = cover.summary.byCentre.filter(({ financialYear }) => financialYear === '2027/28');
    expect(
      centres.flatMap(({ costCentre, cover: pence }) => (pence === 0 ? [] : [[costCentre, pence]])),
    ).toEqual(theirs.map(({ code, costPence }) => [code, costPence]));
  });

  it('the totals of the first page are those of the budget, for both years', async () => {
    const fin = await server.signIn('finance');
    const { summary } = await fin.trpc.budget.show.query({});
    expect(await fin.trpc.budget.totals.query()).toEqual(summary.totals);
    expect(summary.totals.map(({ year, budget }) => [year, budget !== null])).toEqual([
      ['2026/27', true],
      ['2027/28', true],
    ]);
  });

  it('shifts booked ahead are committed, and the page of cover asks for them no more', async () => {
    const fin = await server.signIn('finance');
    const [{ summary }, cover] = [
      await fin.trpc.budget.show.query({}),
      await fin.trpc.backfill.summary.query({}),
    ];
    expect(cover.seesBookings).toBe(true);
    expect(cover.summary.bookedMinutes).toBeGreaterThan(0);
    expect(sumOf(cover.summary.toBook, ({ bookedMinutes }) => bookedMinutes)).toBeGreaterThan(0);
    const [first] = summary.totals;
    expect(first!.committed).toBeGreaterThan(0);
    expect(first!.forecast).toBe(first!.actual + first!.notKnown + first!.ahead);
    const month = summary.months.find((one) => one.month === '2026-12')!;
    const whole = await fin.trpc.budget.working.query({ of: { kind: 'month', month: month.month } });
    expect(whole.pence).toBe(month.forecast);
    const parts = await Promise.all(
      whole.parts.flatMap((part) =>
        part.kind === 'lines' && part.of === 'cover'
          ? [fin.trpc.budget.working.query({ of: part.next })]
          : [],
      ),
    );
    const shifts = parts.flatMap((leaf) => leaf.parts.filter(({ kind }) => kind === 'shift'));
    expect(shifts.length).toBeGreaterThan(0);
    expect(shifts.every((part) => part.kind === 'shift' && part.stage === 'ahead')).toBe(true);
  });

  it('the bursary that the sample’s awards pay to the university is support in kind, and no income of the trust', async () => {
    const fin = await server.signIn('finance');
    const { summary } = await fin.trpc.budget.show.query({});
    expect(summary.inKind.map(({ source }) => source)).toContain('nihr-bursary');
    expect(sumOf(summary.inKind, ({ pence }) => pence)).toBeGreaterThan(0);
    expect(summary.income.some(({ source }) => source === 'nihr-bursary')).toBe(false);
    const journals = [...summary.monthEnd.journals, ...summary.monthEnd.below];
    expect(
      journals.some(({ lines, source }) => source === 'nihr-bursary' && lines[0].account === 'income'),
    ).toBe(false);
  });

  it('the working of a pound adds up to it, on to single shifts, weeks and fees', async () => {
    const fin = await server.signIn('finance');
    const { summary } = await fin.trpc.budget.show.query({});
    const work = (of: WorkingOf) => fin.trpc.budget.working.query({ of });
    for (const month of summary.months.filter(({ forecast }) => forecast !== 0).slice(6, 9)) {
      const whole = await work({ kind: 'month', month: month.month });
      expect(whole.pence).toBe(month.forecast);
      const [part] = whole.parts;
      if (part?.kind !== 'lines') throw new Error('a month is made of lines');
      const leaf = await work(part.next);
      const same = whole.parts.filter((one) => one.kind === 'lines' && one.teamId === part.teamId);
      expect(leaf.pence).toBe(sumOf(same, ({ pence }) => pence));
    }
    const row = summary.reconcile.find(({ state }) => state === 'differs')!;
    const apart = await work({ kind: 'reconcile', code: row.costCentre, month: row.month });
    expect(apart.pence).toBe(row.unexplained);
    expect(apart.parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ledger', 'unit']));
  });

  it('the shifts, weeks and fees of the workbook add up to both years, by team and by month', async () => {
    const fin = await server.signIn('finance');
    const [{ summary }, lines] = [
      await fin.trpc.budget.show.query({}),
      await fin.trpc.budget.lines.query({}),
    ];
    const penceOf = ({ parts }: (typeof lines)[number]) => sumOf(parts, ({ pence }) => pence);
    for (const { month, forecast } of summary.months) {
      const own = lines.filter((one) => one.month === month);
      expect([month, sumOf(own, penceOf)]).toEqual([month, forecast]);
    }
    for (const { teamId, year, forecast } of summary.teams) {
      const months = new Set(summary.months.flatMap((one) => (one.year === year ? [one.month] : [])));
      const own = lines.filter((one) => one.teamId === teamId && months.has(one.month));
      expect([teamId, year, sumOf(own, penceOf)]).toEqual([teamId, year, forecast]);
    }
    expect(new Set(lines.flatMap(({ parts }) => parts.map(({ kind }) => kind))).size).toBe(3);
  });

  it('a few of the sample’s shifts and ledger lines do not reconcile, and all four states are shown', async () => {
    const fin = await server.signIn('finance');
    const { summary } = await fin.trpc.budget.show.query({});
    const states = new Set(summary.reconcile.map(({ state }) => state));
    expect([...states].sort()).toEqual(['differs', 'matched', 'only-ours', 'only-theirs']);
    expect(summary.withoutTeam).toBeGreaterThan(0);
    expect(summary.monthsNotKnown).toEqual([]);
    const { hours, fill, mix, rate, actualPence, plannedPence } = summary.variance!;
    expect(hours + fill + mix + rate).toBe(actualPence - plannedPence);
    expect(summary.monthEnd.month).toBe('2026-10');
    const [debit, credit] = (['debit', 'credit'] as const).map((side) =>
      sumOf(summary.monthEnd.journals, ({ lines }) => sumOf(lines, (line) => line[side])),
    );
    expect(debit).toBe(credit);
    expect(debit).toBeGreaterThan(0);
  });

  it('codes and a budget are typed, count from their day, and are put back as they were', async () => {
    const fin = await server.signIn('finance');
    const before = await fin.trpc.budget.show.query({});
    const row = before.summary.centres.find(({ budget, year }) => budget !== null && year === '2027/28')!;
    const held = before.budgets.find(
      (one) => one.costCentre === row.costCentre && one.financialYear === row.year,
    )!;
    const budget = { costCentre: held.costCentre, financialYear: held.financialYear, pence: 1_234_500 };
    const saved = await fin.trpc.budget.saveBudget.mutate({ version: held.version, budget });
    await expect(fin.trpc.budget.saveBudget.mutate({ version: held.version, budget })).rejects.toThrow(
      /changed/,
    );
    const from = '2027-04-01' as (typeof before.ownCodes)[number]['from'];
    const teamId = before.summary.teams.find(
      ({ forecast, year }) => forecast > 0 && year === '2027/28',
    )!.teamId!;
    const codes = { costCentre: '888888', fundingCode: 'Q1', project: null, analysis: null };
    const coded = await fin.trpc.budget.saveCode.mutate({
      known: null,
      codes: { subject: { kind: 'team', teamId }, from, ...codes },
    });
    const changed = (await fin.trpc.budget.show.query({})).summary;
    expect(
      changed.centres.find(({ costCentre, year }) => costCentre === row.costCentre && year === row.year),
    ).toMatchObject({ budget: 1_234_500 });
    expect(changed.centres.find(({ costCentre }) => costCentre === '888888')!.forecast).toBe(
      before.summary.teams.find((one) => one.teamId === teamId && one.year === '2027/28')!.forecast,
    );
    expect(changed.totals.map(({ forecast }) => forecast)).toEqual(
      before.summary.totals.map(({ forecast }) => forecast),
    );
    await fin.trpc.budget.undo.mutate({ changeId: coded.changeId });
    await fin.trpc.budget.undo.mutate({ changeId: saved.changeId });
    expect((await fin.trpc.budget.show.query({})).summary).toEqual(before.summary);
    await expect(fin.trpc.budget.undo.mutate({ changeId: saved.changeId })).rejects.toThrow(/undone/);
  });
});

describe('bank shifts and ledger lines', () => {
  const shift = (cells: Record<string, string>) => ({
    unit: 'Ward',
    date: '05/10/2026',
    band: 'Band 5',
    minutes: '11.5',
    costPence: '330.10',
    reason: 'Study leave',
    ...cells,
  });
  const line = (cells: Record<string, string>) => ({
    period: 'October 2026',
    costCentre: 'CC1',
    subjectiveCode: '521105',
    description: 'Bank',
    ...cells,
  });

  it('go through the one import: previewed, changed by their own reference, undone to the letter', async () => {
    const database = await freshDatabase();
    try {
      const ctx = (await openTestTrusts(database.database)).a.as('workforce');
      await importText(ctx, adding('bank-shifts'), fileOf('bank-shifts', [shift({ reference: 'B1' })]));
      await importText(
        ctx,
        adding('ledger'),
        fileOf('ledger', [
          line({ journalReference: 'J1', line: '1', pence: '330.10' }),
          line({ journalReference: 'J1', line: '2', pence: '(12.00)' }),
        ]),
      );
      const held = await heldBytes(database, ctx);
      expect(
        await database.asApp({ trustId: ctx.trustId }, 'select pence from ledger_line order by line'),
      ).toEqual([{ pence: 33_010 }, { pence: -1_200 }]);
      const again = await preview(
        ctx,
        adding('ledger'),
        fileOf('ledger', [
          line({ journalReference: 'J1', line: '1', pence: '330.10' }),
          line({ journalReference: 'J1', line: '2', pence: '-13' }),
          line({ journalReference: 'J1', line: '2', pence: '-14' }),
          line({ journalReference: 'J2', pence: 'x' }),
        ]),
      );
      const page = await listImportRows(ctx, { id: again.id, outcome: null, after: 0, limit: 9 });
      expect(page.ok && page.value.rows.map(({ outcome }) => outcome)).toEqual([
        'unchanged',
        'rejected',
        'rejected',
        'rejected',
      ]);
      const second = await importText(
        ctx,
        adding('bank-shifts'),
        fileOf('bank-shifts', [
          shift({ reference: 'B1', costPence: '340' }),
          shift({ reference: 'B2', unit: 'Nowhere', minutes: '0', askedMinutes: '11.5', costPence: '0' }),
        ]),
      );
      expect(second.counts).toMatchObject({ new: 1, changed: 1, heldAfter: 2 });
      const undone = await undoImport(ctx, { id: second.id });
      expect(undone).toMatchObject({ ok: true, value: { putBack: { bank_shift: 2 } } });
      expect(await heldBytes(database, ctx)).toEqual(held);
      expect(await listKept(ctx, { id: second.id, after: 0, limit: 9 })).toMatchObject({ ok: true });
    } finally {
      await database.close();
    }
  });

  it('an undo keeps a shift that was changed since, and names it', async () => {
    const database = await freshDatabase();
    try {
      const ctx = (await openTestTrusts(database.database)).a.as('workforce');
      const first = await importText(
        ctx,
        adding('bank-shifts'),
        fileOf('bank-shifts', [shift({ reference: 'B1' })]),
      );
      await database.asApp({ trustId: ctx.trustId }, 'update bank_shift set version = 9');
      await undoImport(ctx, { id: first.id });
      const kept = await listKept(ctx, { id: first.id, after: 0, limit: 9 });
      expect(kept.ok && kept.value.records.map(({ label }) => label)).toEqual(['B1, Ward, 2026-10-05']);
    } finally {
      await database.close();
    }
  });
});
