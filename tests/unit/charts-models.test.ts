import { describe, expect, test } from 'vitest';
import type { Standing, WardWeek } from '../../shared/backfill/ward-answer.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { barsModel } from '../../client/charts/bars.ts';
import { columnsModel } from '../../client/charts/columns.ts';
import { fanModel } from '../../client/charts/fan.ts';
import { rangeDotsModel } from '../../client/charts/range-dots.ts';
import { spansWhere, weeklyHoursModel } from '../../client/charts/weekly-hours.ts';
import { pounds } from '../../client/format/money.ts';

/** Hours as the model keeps them: minutes × 10 000. */
const hoursBp = (hours: number): number => Math.round(hours * 600_000);

type Given = {
  readonly released: number;
  readonly before: number;
  readonly after: number;
  readonly standing: Standing;
};

function week(index: number, { released, before, after, standing }: Given): WardWeek {
  const margin = {
    withoutRelease: 0,
    beforeCover: hoursBp(before - 1_195),
    afterCover: hoursBp(after - 1_195),
  };
  return {
    monday: addDays(asPlainDate('2027-11-29'), index * 7),
    released: released * 60,
    gap: 0,
    need: 0,
    filled: 0,
    unfilled: 0,
    available: { withoutRelease: 0, beforeCover: hoursBp(before), afterCover: hoursBp(after) },
    judgement: {
      standing,
      close: false,
      margin,
      chanceShort: { withoutRelease: 0, beforeCover: 1, afterCover: 0.61 },
    },
  };
}

const weeks = [
  week(0, { released: 105, before: 1_181.3, after: 1_261.6, standing: 'covered' }),
  week(1, { released: 105, before: 1_110.4, after: 1_190.7, standing: 'short-after-cover' }),
  week(2, { released: 105, before: 1_110.4, after: 1_190.7, standing: 'short-after-cover' }),
  week(3, { released: 0, before: 1_204.9, after: 1_204.9, standing: 'kept' }),
];

describe('weekly hours', () => {
  const model = weeklyHoursModel({ place: 'Ward 7', weeks, minimumMinutes: 1_195 * 60 });

  test('short weeks next to one another are one span with their dates, and a week without release is a break', () => {
    expect(model.shortSpans).toEqual([{ from: 1, to: 2, label: '6 and 13 December' }]);
    expect(model.breakSpans).toEqual([{ from: 3, to: 3 }]);
  });

  test('the line without cover has a gap where nobody is released', () => {
    expect(model.points.map((point) => point.withoutCover)).toEqual([1_181.3, 1_110.4, 1_110.4, null]);
  });

  test('an axis that does not start at zero says where it starts', () => {
    expect(model.ticks[0]).toBe(1_100);
    expect(model.axisNote).toBe('Axis starts at 1,100 hours.');
  });

  test('the text alternative names range, planned minimum and short weeks', () => {
    expect(model.alternative).toBe(
      'Line chart of Ward 7: with cover, registered hours a week lie between 1,190.7 and 1,261.6 over 4 weeks; ' +
        'the planned minimum is 1,195; 2 weeks are short because of release: 6 and 13 December 2027.',
    );
  });

  test('the table holds every week, with bare hours for the CSV and words for the standing', () => {
    expect(model.table.rows).toHaveLength(4);
    expect(model.table.rows[1]!.map((cell) => cell.text ?? cell.value)).toEqual([
      '6 December 2027',
      '105',
      '1,110.4',
      '1,190.7',
      '1,195',
      '−4.3',
      'short because of release',
    ]);
    expect(model.table.rows[1]![5]!.value).toBeCloseTo(-4.3, 9);
    expect(model.table.rows[1]![0]!.value).toBe('2027-12-06');
  });

  test('what is not known is "?" and is drawn nowhere', () => {
    const unknown = { ...weeks[0]!, available: null, judgement: null };
    const blank = weeklyHoursModel({ place: 'Ward 22', weeks: [unknown], minimumMinutes: null });
    expect(blank.points[0]).toMatchObject({ withCover: null, withoutCover: null, standing: null });
    expect(blank.table.rows[0]!.map((cell) => cell.text ?? cell.value).slice(2)).toEqual([
      '?',
      '?',
      '?',
      '?',
      'not known',
    ]);
    expect(blank.alternative).toBe('Line chart of Ward 22: the hours available are not known.');
  });

  test('spans join neighbours and only neighbours', () => {
    expect(spansWhere([1, 1, 0, 1], (item) => item === 1)).toEqual([
      { from: 0, to: 1 },
      { from: 3, to: 3 },
    ]);
  });
});

describe('fan', () => {
  const model = fanModel({
    what: 'named PIs',
    history: [
      { at: asPlainDate('2026-03-31'), label: '2026', value: 11 },
      { at: asPlainDate('2026-11-20'), label: '2026', value: 12 },
    ],
    forecast: [
      { at: asPlainDate('2027-03-31'), label: '2027', middle: 13, low: 12, high: 14 },
      { at: asPlainDate('2032-03-31'), label: '2032', middle: 24, low: 19, high: 30 },
    ],
    target: { at: asPlainDate('2030-03-31'), value: 20 },
  });

  test('the fan opens from the last count', () => {
    expect(model.points[1]).toMatchObject({ history: 12, middle: 12, band: [12, 12] });
    expect(model.start?.label).toBe('20 November 2026: 12');
  });

  test('the day of the data cut is no tick of its own', () => {
    expect(model.xTicks.map((tick) => tick.label)).toEqual(['2026', '2027', '2032']);
  });

  test('the axis starts at zero, counts whole people and reaches the top of the band', () => {
    expect(model.ticks[0]).toBe(0);
    expect(model.ticks.every(Number.isInteger)).toBe(true);
    expect(model.ticks[model.ticks.length - 1]).toBeGreaterThanOrEqual(30);
  });

  test('the range is in words, in the table and in the text alternative', () => {
    expect(model.endLines).toEqual(['Middle: about 24', '80% range 19 to 30']);
    expect(model.alternative).toBe(
      'Fan chart of named PIs: from 12 on 20 November 2026 to about 24 on 31 March 2032, 80% range 19 to 30.',
    );
    expect(model.table.rows[3]!.map((cell) => cell.text ?? cell.value)).toEqual([
      '31 March 2032',
      null,
      'about 24',
      '19 to 30',
      19,
      30,
    ]);
  });

  test('without history the forecast stands alone', () => {
    const alone = fanModel({ what: 'named PIs', history: [], forecast: [] });
    expect(alone).toMatchObject({ start: null, target: null, endLines: [] });
    expect(alone.alternative).toBe('Fan chart of named PIs: there is no forecast.');
  });
});

describe('dots with ranges', () => {
  const model = rangeDotsModel({
    what: 'people gaining the role in the year',
    series: ['PI', 'Co-I'],
    rows: [
      { label: '2026/27', note: '4 months', ranges: [{ middle: 1, low: 0, high: 3 }, null] },
      {
        label: '2027/28',
        ranges: [
          { middle: 4, low: 2, high: 6 },
          { middle: 6, low: 3, high: 9 },
        ],
      },
    ],
  });

  test('what is not known has no dot, and "?" in the table', () => {
    expect(model.dots.map(({ row, series }) => [row, series])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(model.table.rows[0]!.map((cell) => cell.text ?? cell.value)).toEqual([
      '2026/27 (4 months)',
      'about 1',
      '0 to 3',
      '?',
      '?',
    ]);
  });

  test('the text alternative says each year with its range', () => {
    expect(model.alternative).toContain(
      '2027/28: PI about 4 (80% range 2 to 6), Co-I about 6 (80% range 3 to 9)',
    );
  });
});

describe('bars and columns', () => {
  test('bars of a chance are measured against certainty, and say each value', () => {
    const model = barsModel({
      what: 'chance',
      caption: 'Chance of at least N',
      rowLabel: 'At least',
      full: 1,
      rows: [{ label: 'at least 20', value: 0.56, text: '56%', emphasised: true }],
    });
    expect(model.full).toBe(1);
    expect(model.alternative).toBe('Bar chart of chance. at least 20: 56%.');
    expect(model.table.rows).toEqual([[{ value: 'at least 20' }, { value: 0.56, text: '56%' }]]);
  });

  test('stacked columns carry their total in the table, in pounds for the CSV, and the highest in words', () => {
    const model = columnsModel({
      caption: 'Cost by month',
      columnLabel: 'Month',
      series: ['Cover', 'Fees less funding'],
      columns: [
        { label: 'September 2027', values: [100_000, 50_000] },
        { label: 'October 2027', values: [300_000, 50_000] },
      ],
      months: [],
      format: pounds,
      bare: (pence) => pence / 100,
    });
    expect(model.table.rows[1]!.map((cell) => cell.value)).toEqual(['October 2027', 3_000, 500, 3_500]);
    expect(model.table.rows[1]!.map((cell) => cell.text ?? cell.value)).toEqual([
      'October 2027',
      '£3,000',
      '£500',
      '£3,500',
    ]);
    expect(model.alternative).toBe(
      'Column chart. Cost by month: of 2 columns the highest is October 2027 with £3,500.',
    );
    expect(model.ticks[0]).toBe(0);
  });
});
