import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { recruitmentOfTrust } from '../../shared/research/recruitment-months.ts';
import { recruitmentState, type RecruitmentRecord } from '../../shared/research/recruitment.ts';
import { participantsInWords, studyChart, trustChart } from '../../client/research/recruitment-chart.ts';

/** A study of 60 participants over the 365 days of 2026, judged in November 2026. */
function study(recruited: readonly number[], from = '2026-01-01', to = '2026-12-31'): RecruitmentRecord {
  return {
    siteTarget: 60,
    recruitFrom: asPlainDate(from),
    recruitTo: asPlainDate(to),
    behindReason: null,
    behindAction: null,
    behindOwner: null,
    behindDue: null,
    months: recruited.map((count, index) => ({
      month: asMonth(`2026-${String(index + 1).padStart(2, '0')}`),
      recruited: count,
    })),
  };
}

const november = asPlainDate('2026-11-20');

describe('studies behind target, by hand', () => {
  it('49 of 60 are behind at the end of October: 60 × 304 of 365 days is 49.97, so 50 are due', () => {
    // Days to 31 October: 31+28+31+30+31+30+31+31+30+31 = 304. 60 × 304 = 18,240; 18,240 ÷ 365 = 49.97….
    // 49 × 365 = 17,885 < 18,240: behind, 1 short. 50 × 365 = 18,250 ≥ 18,240: on target.
    const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 4];
    expect(recruitmentState(study(months), november)).toEqual({
      kind: 'behind',
      target: 60,
      recruited: 49,
      windowDays: 365,
      elapsedDays: 304,
      judgedOn: '2026-10-31',
      monthsMissing: 0,
      due: 50,
    });
    expect(recruitmentState(study([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]), november)).toMatchObject({
      kind: 'on-target',
      recruited: 50,
    });
  });

  it('what November has so far does not count before November is over, and all of it on its last day', () => {
    // To 30 November: 304 + 30 = 334 days; 60 × 334 = 20,040; ÷ 365 = 54.90…, so 55 are due.
    const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 6];
    expect(recruitmentState(study(months), november)).toMatchObject({ recruited: 49, kind: 'behind' });
    expect(recruitmentState(study(months), asPlainDate('2026-11-30'))).toMatchObject({
      kind: 'on-target',
      recruited: 55,
      due: 55,
      elapsedDays: 334,
    });
  });

  it('a window that is over asks for the whole target, and one that has not begun for nothing', () => {
    const over = study([10, 10, 10, 10, 10, 9], '2026-01-01', '2026-06-30');
    expect(recruitmentState(over, november)).toMatchObject({ kind: 'behind', due: 60, recruited: 59 });
    expect(recruitmentState(study([], '2026-11-01', '2027-10-31'), november)).toEqual({
      kind: 'not-started',
    });
  });

  it('a month that is not recorded is not none: behind is not said, on target may be', () => {
    expect(recruitmentState(study([5, 5]), november)).toMatchObject({ kind: 'not-known', monthsMissing: 8 });
    expect(recruitmentState(study([25, 25]), november)).toMatchObject({
      kind: 'on-target',
      monthsMissing: 8,
    });
    expect(recruitmentState({ ...study([5]), siteTarget: null }, november)).toEqual({ kind: 'no-goal' });
  });
});

describe('participants of the whole trust, by hand', () => {
  const untargeted = { ...study([], '2026-05-01', '2026-06-30'), siteTarget: null, recruitTo: null };
  const june = { ...untargeted, months: [{ month: asMonth('2026-06'), recruited: 7 }] };
  // From January to October: the first study records three months, the second none in its May and June.
  const trust = recruitmentOfTrust([study([4, 0, 6]), study([], '2026-05-10', '2026-06-02'), june], november);

  it('add up month by month; a month nobody records is not known, and October is the last that is over', () => {
    expect(trust.months.map(({ month, recruited }) => [month.slice(5), recruited])).toEqual([
      ...[
        ['01', 4],
        ['02', 0],
        ['03', 6],
        ['04', null],
        ['05', null],
        ['06', 7],
      ],
      ...[
        ['07', null],
        ['08', null],
        ['09', null],
        ['10', null],
      ],
    ]);
    expect(trust.months.map(({ missing }) => missing)).toEqual([0, 0, 0, 1, 2, 2, 1, 1, 1, 1]);
    expect(trust.months[5]).toMatchObject({ recorded: 1 });
    // The 7 are of a study without a target: they are in the year, and not held against the 120.
    expect(trust).toMatchObject({ lastYear: 17, withTarget: 2, target: 120, recruited: 10 });
  });

  it('are said with what is not recorded, and no file holds a nought for a month that is not known', () => {
    expect(participantsInWords(trust)).toBe(
      'The targets of 2 studies add up to 120; 10 of those participants are recorded. Not recorded, which is not none: 9 months of studies within their recruitment window.',
    );
    const chart = trustChart(trust);
    expect(chart?.headline).toBe('17 participants recorded in the 10 months to October 2026');
    expect(chart?.model.table.rows.slice(1, 4).map((row) => row[1]?.value)).toEqual([0, 6, null]);
    expect(trustChart(recruitmentOfTrust([], november))).toBeNull();
    const gap = [
      { month: asMonth('2026-01'), recruited: 2 },
      { month: asMonth('2026-03'), recruited: 0 },
    ];
    const { ticks } = studyChart(gap);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(studyChart(gap).table.rows.map((row) => row[1]?.value)).toEqual([2, null, 0]);
  });
});
