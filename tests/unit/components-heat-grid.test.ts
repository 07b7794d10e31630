import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { moved } from '../../client/components/heat-grid-keys.ts';
import {
  cellInWords,
  cellText,
  firstShortWeek,
  heatCellOf,
  heatGridCsv,
  monthSpans,
  nextShort,
  type HeatCell,
  type HeatGridModel,
} from '../../client/components/heat-grid.ts';

const kept: HeatCell = { kind: 'release', margin: 57 * 60 };
const short: HeatCell = { kind: 'short', margin: -258 };
const unknown: HeatCell = { kind: 'not-known', margin: null };
const weeks = [0, 1, 2].map((index) => addDays(asPlainDate('2027-11-29'), index * 7));
const model: HeatGridModel = {
  caption: 'Hours above the planned minimum',
  weeks,
  pressures: [],
  countLabels: ['Learners', 'Weeks short'],
  rows: [
    { key: 'a', name: 'Ward 7', counts: [14, 2], cells: [kept, short, short] },
    { key: 'b', name: 'Ward 22', counts: [0, null], cells: [unknown, kept, kept] },
  ],
};

describe('cells of the grid', () => {
  test('a cell is short only because of release; short anyway stays apart; what is not known is not a number', () => {
    const of = (standing: Parameters<typeof heatCellOf>[0]['standing'], more = {}) =>
      heatCellOf({ margin: 60, standing, close: false, released: 60, ...more }).kind;
    expect(of('short-after-cover')).toBe('short');
    expect(of('short-without-release')).toBe('short-anyway');
    expect(of('covered')).toBe('release');
    expect(of('kept', { close: true })).toBe('close');
    expect(of('kept', { released: 0 })).toBe('no-release');
    expect(heatCellOf({ margin: null, standing: null, close: false, released: 0 })).toEqual(unknown);
  });

  test('a cell prints its hours and is read out with team, week and meaning', () => {
    expect([kept, short, unknown].map(cellText)).toEqual(['57', '−4', '?']);
    expect(cellInWords('Ward 7', weeks[1]!, short)).toBe(
      'Ward 7, week of 6 December 2027: 4.3 hours below the planned minimum, short because of release',
    );
    expect(cellInWords('Ward 22', weeks[0]!, unknown)).toBe(
      'Ward 22, week of 29 November 2027: hours not known',
    );
  });

  test('a week belongs to the month of its Monday', () => {
    expect(monthSpans(weeks)).toEqual([
      { from: 0, to: 0, label: 'Nov 2027' },
      { from: 1, to: 2, label: 'Dec 2027' },
    ]);
  });

  test('"next short week" goes through all of them and round again', () => {
    expect(nextShort(model, { row: 0, week: 0 })).toEqual({ row: 0, week: 1 });
    expect(nextShort(model, { row: 0, week: 1 })).toEqual({ row: 0, week: 2 });
    expect(nextShort(model, { row: 1, week: 0 })).toEqual({ row: 0, week: 1 });
    expect(nextShort({ ...model, rows: [model.rows[1]!] }, { row: 0, week: 0 })).toBeNull();
  });

  test('the first short week is the earliest of any team', () => {
    expect(firstShortWeek(model)).toBe(1);
    expect(firstShortWeek({ ...model, rows: [] })).toBeNull();
  });

  test('the CSV has a column a week with bare hours, empty where not known', () => {
    const { headings, rows } = heatGridCsv(model);
    expect(headings).toEqual(['Team', 'Learners', 'Weeks short', '2027-11-29', '2027-12-06', '2027-12-13']);
    expect(rows).toEqual([
      ['Ward 7', 14, 2, 57, -4.3, -4.3],
      ['Ward 22', 0, null, null, 57, 57],
    ]);
  });
});

describe('keys of the grid', () => {
  const size = { rows: 120, columns: 107 };

  test('arrows move one cell, Home and End along the row, with Ctrl to the corners', () => {
    const at = { row: 5, column: 7 };
    expect(moved('ArrowRight', false, at, size)).toEqual({ row: 5, column: 8 });
    expect(moved('ArrowUp', false, at, size)).toEqual({ row: 4, column: 7 });
    expect(moved('Home', false, at, size)).toEqual({ row: 5, column: 0 });
    expect(moved('End', true, at, size)).toEqual({ row: 119, column: 106 });
    expect(moved('PageDown', false, at, size)).toEqual({ row: 15, column: 7 });
    expect(moved('x', false, at, size)).toBeNull();
  });

  test('no key leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.boolean(),
        fc.nat(119),
        fc.nat(106),
        (key, ctrl, row, column) => {
          const to = moved(key, ctrl, { row, column }, size)!;
          expect(to.row >= 0 && to.row < 120 && to.column >= 0 && to.column < 107).toBe(true);
        },
      ),
    );
  });
});
