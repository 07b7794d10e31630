import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import {
  assumptionRows,
  assumptionsInWords,
  grouped,
  rowsShown,
  type HeldValue,
} from '../../client/parameters/assumptions-model.ts';
import { newDraft, readDraft } from '../../client/parameters/override-draft.ts';
import { assumptionsSearch, type AssumptionsSearch } from '../../client/parameters/search.ts';
import { changeInWords, changeRows, changesInWords } from '../../client/parameters/what-changes-table.ts';

const today = asPlainDate('2026-11-20');
const nothing = { inForce: [], ended: [] };
const held: HeldValue = {
  id: 'a',
  version: 1,
  code: 'EMPLOYER_PENSION_LOCAL',
  effectiveFrom: asPlainDate('2026-11-01'),
  value: 2_000,
  low: null,
  high: null,
  source: 'Ledger',
  status: 'derived',
  owner: 'Deputy director of finance',
  reviewOn: asPlainDate('2026-12-20'),
  note: 'Ours',
  createdAt: '2026-11-01T09:00:00.000Z',
  createdBy: 'Priya Example',
  endedAt: null,
  endedBy: null,
  replaces: null,
};
const own = { inForce: [held], ended: [] };
const rows = assumptionRows(withOverrides(publishedParameters, [held]), own, today);
const rowOf = (code: string) => rows.find((row) => row.code === code)!;
const search = assumptionsSearch.defaults;

describe('the list of assumptions', () => {
  it('holds every parameter once, with what was, is and will be', () => {
    expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(publishedParameters.rows).sort());
    expect(rowOf('AFC_B6_TOP')).toMatchObject({
      value: '£48,117 a year',
      was: '£46,580 a year from 1 Apr 2025',
      willBe: null,
    });
    expect(rowOf('PAY_AWARD_AFC')).toMatchObject({ value: '2.5%', was: null, status: 'assumption' });
  });

  it('shows the trust’s value from its date on, with the published one as what was', () => {
    expect(rowOf('EMPLOYER_PENSION_LOCAL')).toMatchObject({
      value: '20%',
      was: '14.38% from 1 Apr 2026',
      willBe: null,
      status: 'derived',
      own: { owner: 'Deputy director of finance' },
    });
  });

  it('says how many there are and how they stand, own values and reviews apart', () => {
    expect(assumptionsInWords(rows, today)).toMatch(
      /^\d+ parameters: .*assumptions and \d+ not found\. 1 has a value of the trust’s own; 1 is due for review\.$/,
    );
    const none = assumptionRows(publishedParameters, nothing, today);
    expect(assumptionsInWords(none, today)).toContain('The trust has entered none of its own.');
  });

  it('is narrowed by words, subject, status, own values and reviews due; each filter alone', () => {
    const codes = (change: Partial<AssumptionsSearch>) =>
      rowsShown(rows, { ...search, ...change }, today).map(({ code }) => code);
    expect(codes({ find: 'pension TRUST' })).toEqual(['EMPLOYER_PENSION_LOCAL']);
    expect(codes({ held: 'own' })).toEqual(['EMPLOYER_PENSION_LOCAL']);
    expect(codes({ held: 'review' })).toEqual(['EMPLOYER_PENSION_LOCAL']);
    expect(codes({ subject: 'london' })).toHaveLength(10);
    expect(codes({ status: 'not-found' }).every((code) => rowOf(code).value === 'Not known')).toBe(true);
    expect(codes({ find: 'nothing like it' })).toEqual([]);
  });

  it('stands under a heading for each subject that has rows', () => {
    const shown = grouped(rowsShown(rows, { ...search, subject: 'awards' }, today));
    expect(shown.map(({ kind, name }) => [kind, name])).toEqual([
      ['group', 'Pay awards to come (2)'],
      ['parameter', 'Pay award, Agenda for Change, on the year before'],
      ['parameter', 'Pay award, doctors and dentists, on the year before'],
    ]);
  });
});

describe('typing an own value', () => {
  const row = rowOf('DEFAULT_FILL');
  const draft = {
    ...newDraft(row, today),
    value: '62.5',
    source: 'Rosters',
    owner: 'Deputy director',
    note: 'Ours',
  };

  it('is read in the user’s unit and starts today, reviewed in a year', () => {
    expect(readDraft(draft, row.row, today)).toMatchObject({
      ok: true,
      override: { code: 'DEFAULT_FILL', value: 6_250, effectiveFrom: today, reviewOn: '2027-11-20' },
    });
  });

  it('says all that is missing at once, with what to do', () => {
    const read = readDraft({ ...draft, value: '', source: '', owner: '', note: ' ' }, row.row, today);
    expect(read).toEqual({
      ok: false,
      problems: [
        'Type the value as a number in the unit shown',
        'Type where the value comes from',
        'Type who owns the value',
        'Type why the value is entered',
      ],
    });
  });

  it('out of bounds is said before it is sent', () => {
    expect(readDraft({ ...draft, value: '101' }, row.row, today)).toEqual({
      ok: false,
      problems: ['The value is from 0% to 100%.'],
    });
  });
});

describe('what an own value changes', () => {
  const year = { year: '2026/27', costPence: 100_00, netPence: 150_00, coiGained: 1.25, piGained: null };
  const before = { years: [year], newlyShort: 4, afterCover: 2 };

  it('is each figure with and without, and the difference', () => {
    const after = { years: [{ ...year, costPence: 120_00, coiGained: 1.5 }], newlyShort: 4, afterCover: 3 };
    const changes = { before, after, teamsRefused: 0 };
    expect(changeRows(changes).map((row) => [row.label, changeInWords(row)])).toEqual([
      ['Cover cost, 2026/27', '+£20'],
      ['Net cost, 2026/27', 'same'],
      ['Co-Is gained, mean, 2026/27', '+0.25'],
      ['Team-weeks short because of release', 'same'],
      ['Team-weeks still short after cover', '+1'],
    ]);
    expect(changesInWords(changes)).toBe(
      'Cover costs £20 more over the years planned, and the people gained change.',
    );
  });

  it('says so when nothing rests on it', () => {
    expect(changesInWords({ before, after: before, teamsRefused: 0 })).toMatch(
      /^Nothing in the plan changes/,
    );
  });
});
