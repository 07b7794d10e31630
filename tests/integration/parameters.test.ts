import { beforeAll, describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { useServer, type Person } from '../support/server.ts';

const server = useServer({ sample: true });
const day = asPlainDate;

let finance: Person['trpc'];
let reader: Person['trpc'];

beforeAll(async () => {
  [finance, reader] = [(await server.signIn('finance')).trpc, (await server.signIn('read-only')).trpc];
  for (const ask of [finance, reader]) {
    const small = (await ask.trust.list.query()).find(({ odsCode }) => odsCode === 'ZZ2')!;
    if (!small.current) await ask.trust.switch.mutate({ trustId: small.id });
  }
});

const levy = {
  code: 'EMPLOYER_NI_RATE',
  effectiveFrom: day('2026-04-06'),
  value: 2_500,
  low: null,
  high: null,
  source: 'A budget we fear',
  status: 'derived',
} as const;
const held = {
  reviewOn: day('2099-04-01'),
  beforePublished: false,
  owner: 'Deputy director of finance',
  note: 'To see what a quarter would cost',
};
const wanted = { known: null, override: { ...levy, ...held } };

const refusal = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'not refused',
    (error: { data?: { code?: string } }) => error.data?.code ?? 'a fault',
  );
const coverCost = async (): Promise<number> => {
  const { summary } = await reader.overview.summary.query();
  return summary.years.reduce((sum, year) => sum + year.costPence, 0);
};
const inForce = async () => (await reader.parameters.own.query()).inForce;

it('every pay code of the sample’s staff file is in a pay table; none is counted as unknown', async () => {
  const { posts, unknown } = await reader.parameters.payCodes.query();
  expect(posts).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});

describe('a trust’s own value', () => {
  it('is shown with what it changes before it is saved, and changes nothing until then', async () => {
    const before = await coverCost();
    const { before: now, after } = await finance.parameters.preview.query({ replaces: null, override: levy });
    expect(now.years.reduce((sum, year) => sum + year.costPence, 0)).toBeGreaterThan(0);
    for (const [index, year] of now.years.entries()) {
      expect(after.years[index]!.year).toBe(year.year);
      expect(after.years[index]!.costPence).toBeGreaterThanOrEqual(year.costPence);
      expect(after.years[index]!.coiGained).toBe(year.coiGained);
    }
    expect(await inForce()).toEqual([]);
    expect(await coverCost()).toBe(before);
  });

  it('counts in every answer once saved, as the preview said; corrected, ended and undone', async () => {
    const before = await coverCost();
    const { after } = await finance.parameters.preview.query({ replaces: null, override: levy });
    const saved = await finance.parameters.save.mutate(wanted);
    const during = await coverCost();
    expect(during).toBeGreaterThan(before);
    expect(during).toBe(
      after.years.filter(({ year }) => year <= '2027/28').reduce((sum, year) => sum + year.costPence, 0),
    );
    expect(await inForce()).toMatchObject([{ ...levy, owner: held.owner, note: held.note }]);
    expect((await inForce())[0]!.createdBy).not.toBeNull();

    expect(await refusal(finance.parameters.save.mutate(wanted))).toBe('already-applied');
    const corrected = await finance.parameters.save.mutate({
      known: saved,
      override: { ...wanted.override, value: 1_500, note: 'The national figure after all' },
    });
    expect(await coverCost()).toBe(before);
    expect(await refusal(finance.parameters.end.mutate(saved))).toBe('changed-elsewhere');
    await finance.parameters.undo.mutate(corrected);
    expect(await inForce()).toMatchObject([{ id: saved.id, value: 2_500, version: 3 }]);
    expect(await coverCost()).toBe(during);

    const ended = await finance.parameters.end.mutate({ id: saved.id, version: 3 });
    expect(await coverCost()).toBe(before);
    await finance.parameters.undo.mutate(ended);
    expect(await coverCost()).toBe(during);
    await finance.parameters.end.mutate({ id: saved.id, version: 5 });
    const { ended: history } = await reader.parameters.own.query();
    expect(history.map(({ value, note, replaces }) => [value, note, replaces])).toEqual([
      [1_500, 'The national figure after all', saved.id],
      [2_500, held.note, null],
    ]);
    expect(history.every(({ endedBy }) => endedBy !== null)).toBe(true);
  });

  it('of a rate of the pipeline changes the people and not the money', async () => {
    const rate = { ...levy, code: 'PIPELINE_COI_RATE_PGCERT', value: 2_000 };
    const { before, after } = await finance.parameters.preview.query({ replaces: null, override: rate });
    expect(after.years.map(({ costPence, netPence }) => [costPence, netPence])).toEqual(
      before.years.map(({ costPence, netPence }) => [costPence, netPence]),
    );
    const coi = (years: typeof before.years): number =>
      years.reduce((sum, year) => sum + (year.coiGained ?? 0), 0);
    expect(coi(after.years)).toBeGreaterThan(coi(before.years));
  });

  it('that makes no sense, or would stop the plan, is refused and says why', async () => {
    const save = (change: object) =>
      refusal(finance.parameters.save.mutate({ known: null, override: { ...wanted.override, ...change } }));
    expect(await save({ value: 10_001 })).toBe('bad-input');
    expect(await save({ code: 'NOBODY' })).toBe('bad-input');
    expect(await save({ effectiveFrom: day('2020-01-01') })).toBe('bad-input');
    expect(await save({ reviewOn: day('2026-01-01') })).toBe('bad-input');
    // A first stage of ten years would be awarded after the second.
    expect(await save({ code: 'PIPELINE_STUDY_MONTHS_PGCERT', value: 120 })).toBe('bad-input');
    expect(await inForce()).toEqual([]);
  });

  it('is read by everybody and saved by those who answer for it', async () => {
    expect(await refusal(reader.parameters.save.mutate(wanted))).toBe('not-allowed');
    expect(await refusal(reader.parameters.preview.query({ replaces: null, override: levy }))).toBe(
      'not-allowed',
    );
    expect(await refusal(finance.parameters.end.mutate({ id: crypto.randomUUID(), version: 1 }))).toBe(
      'not-found',
    );
  });
});
