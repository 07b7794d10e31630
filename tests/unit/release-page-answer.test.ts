import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { answerSentence } from '../../client/release/answer-words.ts';
import { askedInWords } from '../../client/release/asked-words.ts';
import { costTable } from '../../client/release/cost-table.ts';
import { fixWords } from '../../client/release/fix-words.ts';
import { limitFields } from '../../client/release/limit-fields.ts';
import { teamSearch } from '../../client/release/search.ts';
import { marginInHours, marginInShifts, standingGroups } from '../../client/release/short-weeks.ts';
import { limitSentence, teamFigures } from '../../client/release/team-figures.ts';
import { weekRows } from '../../client/release/weeks-table.ts';
import { assumedRows, costWorking, rateRows } from '../../client/release/working.ts';
import { stressTeam } from '../support/plans.ts';
import { onCourse, quietWard, shownTeam, stressTyped, viewOf } from '../support/release-page.ts';

const texts = (view: ReturnType<typeof viewOf>) =>
  costTable(view).rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]);

describe('the stress ward as typed', () => {
  const view = viewOf(stressTyped);

  it('answers in one sentence with its cost, its short weeks and the price of the fix', () => {
    expect(answerSentence(view)).toBe(
      'Releasing 14 learners costs £95,445 net over two years. Five weeks stay short after cover; moving them costs £1,114.',
    );
  });

  it('shows the product’s table, row by row and year by year', () => {
    expect(costTable(view).years).toEqual(['2027/28', '2028/29']);
    expect(texts(view)).toEqual([
      ['Release hours', '2,625', '1,470', '4,095'],
      ['Hours to cover after headroom', '2,362.5', '1,323', '3,685.5'],
      ['Hours nobody fills (at 85% fill)', '354.4', '198.5', '552.8'],
      ['Cover cost', '£53,015', '£30,430', '£83,445'],
      ['Fees £56,000 less 11 bursaries of £4,000, on accruals', '£7,200', '£4,800', '£12,000'],
      ['Net, on accruals', '£60,215', '£35,230', '£95,445'],
      ['Cash view: net fees when invoiced', '£12,000', '–', '£12,000'],
    ]);
  });

  it('puts bare hours and pounds with pence into the CSV', () => {
    const values = costTable(view).rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values[1]).toEqual([2362.5, 1323, 3685.5]);
    expect(values[3]).toEqual([53_014.5, 30_430.26, 83_444.76]);
    expect(values[6]).toEqual([12_000, null, 12_000]);
  });

  it('names the five weeks with margin, shifts and chance, and the close ones apart', () => {
    const groups = standingGroups(view.ward.weeks, view.shiftMinutes);
    expect(groups.afterCover).toEqual([
      {
        dates: ['2027-12-06', '2027-12-13', '2028-07-03', '2028-07-10', '2028-07-17'],
        by: '4.3 hours',
        shifts: '0.4 of a shift',
        chance: '61%',
        chanceWords: 'more likely than not',
        available: '1,190.7',
      },
    ]);
    expect(groups.withoutRelease).toEqual([]);
    expect(groups.close.map(({ dates }) => dates)).toEqual([['2027-12-20', '2027-12-27']]);
  });

  it('prices the fix in each year, not only in all', () => {
    expect(fixWords(view)).toMatchObject({
      price: '£1,114 more',
      byYear: '£3,728 more in 2027/28, £2,614 less in 2028/29',
      unfilled: '560.7 hours that the bank does not fill',
      button: 'Fix these weeks for £1,114',
    });
  });

  it('says the most the ward can release, and by how little', () => {
    expect(limitSentence(view.asked.limit, 14)).toBe(
      'Or release fewer: 10 is the most this team can release with every week kept, by 0.2 hours.',
    );
    expect(limitSentence(view.asked.limit, 10)).toBeNull();
  });

  it('shows the three counts beside one another, never added', () => {
    expect(teamFigures(view)).toEqual([
      { label: 'Net cost, two years', value: '£95,445', note: '£60,215 then £35,230' },
      {
        label: 'Weeks still short after cover',
        value: '5 of 39',
        note: '39 newly short without cover; 0 short with nobody released',
      },
      { label: 'Hours nobody fills', value: '552.8', note: '14.2 in each release week' },
      { label: 'Most with every week kept', value: '10', note: 'The tightest week is kept by 0.2 hours' },
    ]);
  });

  it('prints what was asked as one paragraph', () => {
    expect(askedInWords(view)).toBe(
      '14 learners, Postgraduate Certificate, King’s College London, 7.5 hours a week each from 27 September 2027 (43 weeks, 39 with release). Fee £4,000 each, 11 bursaries of £4,000. Study headroom left 10.5 hours a week; backfill share 100%; fill 85%; cover £26.40 an hour in 2027/28 and £27.06 an hour in 2028/29; planned minimum 1,195 hours a week.',
    );
  });

  it('works the cost out year by year from minutes, fill and rate', () => {
    // 25 weeks × 94.5 h × 0.85 × £26.40 = £53,014.50; 14 weeks × 94.5 h × 0.85 × £27.06, each week rounded
    expect(costWorking(view.ward.costLines)).toEqual([
      {
        year: '2027/28',
        parts: 25,
        needMinutes: 2362.5 * 60,
        fillBp: 8500,
        ratePence: 2640,
        costPence: 5_301_450,
      },
      {
        year: '2028/29',
        parts: 14,
        needMinutes: 1323 * 60,
        fillBp: 8500,
        ratePence: 2706,
        costPence: 3_043_026,
      },
    ]);
  });

  it('lists every week; their hours and pounds add up to the table', () => {
    const rows = weekRows(view);
    const sum = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + of(row), 0);
    expect(rows).toHaveLength(43);
    expect(sum(({ released }) => released)).toBe(4095);
    expect(sum(({ toCover }) => toCover)).toBe(3685.5);
    expect(sum(({ costPounds }) => costPounds)).toBeCloseTo(83_444.76, 6);
    expect(rows.filter(({ isShort }) => isShort)).toHaveLength(5);
  });
});

describe('the view with the weeks fixed', () => {
  const [asked, fixed] = [viewOf(stressTyped), viewOf({ ...stressTyped, fixed: true })];

  it('costs what the fix said it would, to the penny and in each year', () => {
    expect(fixed.totals.costPence - asked.totals.costPence).toBe(111_440);
    expect(fixed.years.map(({ costPence }) => costPence)).toEqual(
      asked.ward.fix?.byYear.map(({ costPence }) => costPence),
    );
    expect(fixed.ward.totals.released).toBe(asked.ward.totals.released);
    expect(fixed.ward.short?.afterCover).toEqual([]);
  });

  it('says so in its sentence', () => {
    expect(answerSentence(fixed)).toBe(
      'Releasing 14 learners with five weeks of study moved costs £96,559 net over two years. No week stays short after cover.',
    );
  });

  it('stays as asked where there is nothing to fix', () => {
    const one = viewOf({ ...stressTyped, learners: 1, bursaries: 0, fixed: true });
    expect(one.isFixed).toBe(false);
    expect(answerSentence(one)).toContain('No week falls short because of it.');
  });
});

describe('what is not known', () => {
  it('asks for the hours where the university publishes none', () => {
    const view = viewOf({ learners: 3, university: 'exeter' });
    expect(answerSentence(view)).toBe('Type how many hours a week each of the 3 learners would be released.');
    expect(view.ward.weeks).toHaveLength(43);
    expect(view.totals.costPence).toBe(0);
  });

  it('leaves a fee nobody typed out of the net, and says so in words and table', () => {
    const view = viewOf({ ...stressTyped, fee: null, bursaries: 0, bursary: null });
    expect(answerSentence(view)).toContain('costs £83,445 in cover, over two years; fees are not known.');
    expect(texts(view).slice(4)).toEqual([
      ['Fees, not known for 14 learners', null, null, null],
      ['Net, leaving out fees not known', '£53,015', '£30,430', '£83,445'],
      ['Cash view: net fees when invoiced', null, null, null],
    ]);
  });

  it('judges no week without a planned minimum, and prices them all the same', () => {
    const view = viewOf(stressTyped, { ...quietWard, team: { ...stressTeam, plannedMinimum: null } });
    expect(answerSentence(view)).toBe(
      'Releasing 14 learners costs £95,445 net over two years. Which weeks that leaves short is not known.',
    );
    expect(teamFigures(view)[1]?.value).toBeNull();
    expect(teamFigures(view)[3]?.value).toBeNull();
    expect(
      weekRows(view).every(
        ({ aboveWithCover, standing }) => aboveWithCover === null && standing === 'not known',
      ),
    ).toBe(true);
  });

  it('judges again once the planned minimum is typed', () => {
    const view = viewOf(
      { ...stressTyped, minimum: 1195 },
      { ...quietWard, team: { ...stressTeam, plannedMinimum: null } },
    );
    expect(view.ward.short?.afterCover).toHaveLength(5);
  });

  it('says that learners of the register without hours are in no sum', () => {
    const unknown = { id: 'l1', count: 1, patterns: null, lapseBp: 0 };
    const view = viewOf({}, { ...quietWard, learners: [unknown] });
    expect(view.hoursNotKnown).toBe(1);
    expect(answerSentence(view)).toBe(
      'The release hours of 1 learner are not known, so nothing can be worked out yet.',
    );
  });
});

describe('a team with learners already', () => {
  const plan = { ...quietWard, learners: [onCourse(4)] };

  it('gives the question only the cost that it adds', () => {
    // 4 × 7.5 = 30 h, less 10.5 headroom: 19.5 h are covered already; 14 more add 105 h, all beyond headroom
    const view = viewOf(stressTyped, plan);
    const rows = costTable(view).rows;
    const alone = viewOf({}, plan);
    const added = rows.find(({ key }) => key === 'added')?.cells.at(-1)?.value ?? 0;
    const before = rows.find(({ key }) => key === 'before')?.cells.at(-1)?.value ?? 0;
    expect(Math.round((added + before) * 100)).toBe(view.totals.netPence);
    expect(Math.round(before * 100)).toBe(alone.years[1]!.costPence + alone.years[2]!.costPence);
    expect(answerSentence(view)).toMatch(
      /^Releasing 14 more learners, beside 4 learners already on courses, costs £/,
    );
  });

  it('is looked at over two years from the data while nobody is asked about', () => {
    const view = viewOf({}, plan);
    expect(view.ward.weeks).toHaveLength(104);
    expect(view.ward.weeks[0]?.monday).toBe('2026-11-16');
    expect(view.years.map(({ financialYear }) => financialYear)).toEqual(['2026/27', '2027/28', '2028/29']);
    expect(answerSentence(view)).toMatch(/^The 4 learners already on courses cost £/);
  });

  it('does not set people beside the question who finish before it', () => {
    const view = viewOf(stressTyped, { ...quietWard, learners: [onCourse(2, '2026-09-28', 40)] });
    expect(view.others).toBe(0);
    expect(answerSentence(view)).toMatch(/^Releasing 14 learners costs £95,445 net/);
  });

  it('shows no year that the weeks do not touch, though a past course has fees there', () => {
    const past = {
      feePence: 100_000,
      count: 1,
      bursaryPence: 0,
      bursaryCount: 0,
      courseMonths: 10,
      firstMonth: asMonth('2024-10'),
    };
    const view = viewOf(stressTyped, { ...quietWard, fees: [past] });
    expect(costTable(view).years).toEqual(['2027/28', '2028/29']);
    expect(view.totals.netPence).toBe(9_544_476);
  });
});

describe('work that is absorbed', () => {
  it('is unfilled time: released = headroom + absorbed + to cover, and nobody fills what is absorbed', () => {
    const view = viewOf({ ...stressTyped, backfill: 40 });
    const value = (key: string, cell: number) =>
      costTable(view).rows.find((row) => row.key === key)?.cells[cell]?.value ?? NaN;
    for (const cell of [0, 1, 2]) {
      const headroom = 10.5 * [25, 14, 39][cell]!;
      expect(value('absorbed', cell) + value('need', cell) + headroom).toBeCloseTo(
        value('released', cell),
        9,
      );
      expect(value('unfilled', cell)).toBeCloseTo(value('absorbed', cell) + 0.15 * value('need', cell), 9);
    }
  });

  it('costs nothing in cover and says so', () => {
    const view = viewOf({ learners: 2, hours: 7.5, backfill: 0 });
    expect(answerSentence(view)).toContain(
      'costs nothing in cover, since the team absorbs the work, over two years',
    );
  });
});

describe('margins', () => {
  it('never read as nought while a week is short', () => {
    expect(marginInHours(-60_000)).toBe('0.1 hours');
    expect(marginInHours(-1)).toBe('less than 0.1 hours');
    expect(marginInHours(0)).toBe('0 hours');
    expect(marginInShifts(-2_595_000, 690)).toBe('0.4 of a shift');
    expect(marginInShifts(-1, 690)).toBe('less than 0.1 of a shift');
    expect(marginInShifts(-6_900_000, 690)).toBe('1 shift');
    expect(marginInShifts(-10_350_000, 690)).toBe('1.5 shifts');
  });
});

describe('figures that may be typed over', () => {
  const fieldsOf = (typed: Partial<typeof teamSearch.defaults>) => {
    const view = viewOf({ ...stressTyped, ...typed });
    const search = { ...teamSearch.defaults, ...stressTyped, ...typed };
    return limitFields(
      search,
      view.question,
      shownTeam(quietWard),
      view.asked.answer.rates,
      publishedParameters,
    );
  };

  it('start at the team’s own, with a rate for each financial year of the course', () => {
    expect(fieldsOf({}).map(({ key, own }) => [key, own])).toEqual([
      ['staff', 42],
      ['minimum', 1195],
      ['temporary', 0],
      ['headroom', 10.5],
      ['backfill', 100],
      ['fill', 85],
      ['rate-2027/28', 26.4],
      ['rate-2028/29', 27.06],
    ]);
  });

  it('leave the address again when the team’s own figure is typed', () => {
    const fill = fieldsOf({}).find(({ key }) => key === 'fill');
    const rate = fieldsOf({}).find(({ key }) => key === 'rate-2027/28');
    expect(fill?.patch(70)).toEqual({ fill: 70 });
    expect(fill?.patch(85)).toEqual({ fill: null });
    expect(rate?.patch(30.5)).toEqual({ rates: '2027-30.5' });
    expect(rate?.patch(26.4)).toEqual({ rates: '' });
  });
});

describe('sources', () => {
  it('a typed rate says that the trust typed it; a worked-out one lists its terms with their status', () => {
    const typed = rateRows(viewOf(stressTyped).asked.answer.rates, publishedParameters);
    expect(typed.map(({ isRate, pence, sources }) => [isRate, pence, sources[0]?.status])).toEqual([
      [true, 2640, null],
      [true, 2706, null],
    ]);
    const plan = { ...quietWard, team: { ...stressTeam, coverRates: null } };
    const rows = rateRows(viewOf(stressTyped, plan).asked.answer.rates, publishedParameters);
    const first = rows.filter(({ year }) => year === '2027/28');
    const terms = first.filter(({ isRate }) => !isRate);
    expect(terms.reduce((sum, { pence }) => sum + pence, 0)).toBe(first[0]?.pence);
    expect(first[0]?.sources[0]?.status).toBe('assumption');
    expect(terms.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('figures the team has not entered are listed with their value and badge', () => {
    const plan = { ...quietWard, team: { ...stressTeam, fillBp: null, unavailabilityBp: null } };
    const rows = assumedRows(viewOf(stressTyped, plan), publishedParameters);
    expect(rows.map(({ value, source }) => [value, source.status])).toEqual([
      ['85%', 'assumption'],
      ['22% in every month', 'unverified'],
    ]);
  });
});

it('a question about the far side of a year end counts its years in words', () => {
  const view = viewOf({ ...stressTyped, start: asPlainDate('2028-04-03') });
  expect(answerSentence(view)).toMatch(/ net in 2028\/29\. /);
});
