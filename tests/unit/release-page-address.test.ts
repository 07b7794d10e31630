import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPlainDate, weekdayOf } from '../../shared/calendar/plain-date.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asAcademicYear, asFinancialYear } from '../../shared/calendar/years.ts';
import { calendarAsked } from '../../shared/scenario/ward-question.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { searchOf } from '../../client/app/search.ts';
import {
  changed,
  minutesEach,
  nextIntake,
  questionOf,
  ratesOf,
  statedHours,
  withRate,
} from '../../client/release/question.ts';
import { gridSearch, teamSearch, type TeamSearch } from '../../client/release/search.ts';
import { exampleFee, exampleTerms } from '../support/catalogue.ts';
import { dataCut, stressTyped } from '../support/release-page.ts';

const { validateSearch } = searchOf(teamSearch.fields, teamSearch.defaults);
const read = (raw: Record<string, unknown>): TeamSearch => validateSearch(raw as never);
const ask = (typed: Partial<TeamSearch>) =>
  questionOf({ ...teamSearch.defaults, ...typed }, dataCut, publishedParameters);

describe('the question of an address', () => {
  it('is the product’s worked question when its numbers are typed', () => {
    expect(ask(stressTyped)).toEqual({
      learners: 14,
      university: 'kings',
      stage: 'pgcert',
      weeklyMinutes: 450,
      days: [],
      start: '2027-09-27',
      feePence: 400_000,
      bursaries: 11,
      bursaryPence: 400_000,
      typedOver: {},
    });
  });

  it('reads back every value it can hold', () => {
    const raw = {
      learners: 3,
      university: 'exeter',
      stage: 'masters',
      hours: 7.6,
      tue: 7.5,
      wed: 3.75,
      start: '2027-10-04',
      fee: 3450.5,
      bursaries: 2,
      bursary: 0,
      staff: 41.37,
      minimum: 1195,
      temporary: 11.5,
      headroom: 0,
      backfill: 62.5,
      fill: 85,
      rates: '2027-26.4_2028-27.06',
      basis: 'full',
      fixed: true,
      week: '2027-12-06',
    };
    expect(read(raw)).toEqual({ ...teamSearch.defaults, ...raw });
  });

  it('falls back to a field’s default, and to that alone, when a value does not fit', () => {
    const bad = {
      learners: 2.5,
      hours: 7.501,
      start: '2027-09-28',
      fee: -1,
      staff: 'x',
      rates: 'a"b',
      fill: 101,
      stage: 'phd',
    };
    expect(read({ ...bad, bursaries: 4 })).toEqual({ ...teamSearch.defaults, bursaries: 4 });
  });

  it('has no field that could hold a name: all but the rates are numbers, days or choices', () => {
    const takesText = Object.entries(teamSearch.fields).filter(
      ([, schema]) => schema.safeParse('Ada Lovelace').success || schema.safeParse('30100001').success,
    );
    expect(takesText.map(([key]) => key)).toEqual([]);
  });

  it('turns hours, pounds, percent and WTE into minutes, pence, basis points and minutes', () => {
    const over = { staff: 42, minimum: 1195, temporary: 11.5, headroom: 10.5, backfill: 62.5, fill: 85 };
    expect(ask({ ...over, rates: '2027-26.4_2028-27.06' }).typedOver).toEqual({
      contractedMinutes: 94_500,
      plannedMinimumMinutes: 71_700,
      temporaryCoverMinutes: 690,
      studyHeadroomMinutes: 630,
      backfillBp: 6250,
      fillBp: 8500,
      coverRates: { '2027/28': 2640, '2028/29': 2706 },
    });
  });
});

describe('what is not typed', () => {
  it('starts in the first teaching week after the data: the next September intake, a Monday', () => {
    expect(nextIntake(asPlainDate('2026-11-20'), 'kings', 'pgcert')).toBe('2027-09-27');
    expect(nextIntake(asPlainDate('2027-09-26'), 'kings', 'pgcert')).toBe('2027-09-27');
    expect(nextIntake(asPlainDate('2027-09-27'), 'kings', 'pgcert')).toBe('2028-09-25');
  });

  it('takes the hours King’s College London publishes: 600 hours over 39 weeks', () => {
    const { weeklyMinutes, start } = ask({ learners: 1 });
    const stated = statedHours({ university: 'kings', stage: 'pgcert', start }, publishedParameters);
    expect(stated).toMatchObject({
      totalMinutes: 36_000,
      weeks: 39,
      weeklyMinutes: 923,
      use: { status: 'published' },
    });
    expect(weeklyMinutes).toBe(923);
  });

  it('leaves the hours not known at a university that publishes none: there is no silent default', () => {
    expect(ask({ learners: 3, university: 'newcastle' }).weeklyMinutes).toBeNull();
    expect(minutesEach(ask({ learners: 3, university: 'newcastle' }))).toBeNull();
  });

  it('is the weeks and the fee that the trust entered for the course, and nothing of another course', () => {
    const courses = {
      terms: [
        { ...exampleTerms, intakeMonth: asMonth('2027-09'), firstWeek: asPlainDate('2027-09-20') },
        { ...exampleTerms, university: 'kings' as const, intakeMonth: asMonth('2027-09') },
      ],
      fees: [{ ...exampleFee, academicYear: asAcademicYear('2027/28') }],
    };
    const typed = { ...teamSearch.defaults, learners: 2, university: 'exeter' as const, bursaries: 1 };
    const question = questionOf(typed, dataCut, publishedParameters, courses);
    expect(question).toMatchObject({ start: '2027-09-20', feePence: 412_500, bursaryPence: 412_500 });
    expect(question.terms).toEqual([courses.terms[0]]);
    expect(calendarAsked(question)).toMatchObject({ weeks: 30, status: 'derived' });
    expect(changed(typed, { hours: 7.5 }, dataCut, courses).start).toBe('2027-09-20');
    const later = { ...typed, start: asPlainDate('2028-09-25'), fee: 100 };
    expect(questionOf(later, dataCut, publishedParameters, courses)).toMatchObject({ feePence: 10_000 });
    const other = questionOf({ ...typed, university: 'sheffield' }, dataCut, publishedParameters, courses);
    expect([other.terms, other.feePence, calendarAsked(other).weeks]).toEqual([undefined, null, 43]);
  });

  it('takes block weeks with hours of their own off what a university publishes first', () => {
    const terms = [{ ...exampleTerms, university: 'kings' as const }];
    const start = terms[0]!.firstWeek;
    // 36,000 less two blocks of 1,350, over the 26 other weeks with release.
    expect(
      statedHours({ university: 'kings', stage: 'pgcert', start, terms }, publishedParameters),
    ).toMatchObject({ weeks: 26, weeklyMinutes: 1_281 });
  });

  it('lets named days stand above the hours a week', () => {
    const question = ask({ learners: 3, university: 'newcastle', hours: 20, tue: 7.5, wed: 3.75 });
    expect(question.days).toEqual([
      { weekday: 2, minutes: 450 },
      { weekday: 3, minutes: 225 },
    ]);
    expect(minutesEach(question)).toBe(675);
  });

  it('takes the fee as the amount of a bursary, and counts no more bursaries than learners', () => {
    expect(ask({ learners: 3, fee: 4000, bursaries: 9 })).toMatchObject({
      bursaries: 3,
      bursaryPence: 400_000,
    });
  });
});

describe('a change of the address', () => {
  it('writes the first week once somebody is asked about, since its default moves with the data', () => {
    expect(changed(teamSearch.defaults, { learners: 2 }, dataCut).start).toBe('2027-09-27');
    expect(changed(teamSearch.defaults, { hours: 7.5 }, dataCut).start).toBeNull();
  });

  it('leaves the week of the grid once somebody is asked about, and keeps it until then', () => {
    const opened = { ...teamSearch.defaults, week: asPlainDate('2026-12-07') };
    expect(changed(opened, { hours: 7.5 }, dataCut).week).toBe('2026-12-07');
    expect(changed(opened, { learners: 1 }, dataCut).week).toBeNull();
  });

  it('takes the fix away: the price was of another question', () => {
    const fixed = { ...teamSearch.defaults, learners: 14, fixed: true };
    expect(changed(fixed, { learners: 13 }, dataCut).fixed).toBe(false);
  });

  it('keeps each year’s typed rate, to the penny, whatever is typed after it', () => {
    const rate = fc.integer({ min: 1, max: 99_999 });
    const years = ['2026/27', '2027/28', '2028/29'].map(asFinancialYear);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...years), fc.option(rate)), { maxLength: 8 }),
        (typed) => {
          let search: TeamSearch = teamSearch.defaults;
          const last = new Map<string, number>();
          for (const [year, pence] of typed) {
            search = { ...search, rates: withRate(search, year, pence === null ? null : pence / 100) };
            if (pence === null) last.delete(year);
            else last.set(year, pence);
          }
          expect(read(search).rates).toBe(search.rates);
          expect(ratesOf(search)).toEqual(Object.fromEntries(last));
        },
      ),
    );
  });

  it('only ever starts on a Monday', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((number) => {
      const date = new Date(Date.UTC(2025, 0, 1) + number * 86_400_000);
      return asPlainDate(date.toISOString().slice(0, 10));
    });
    fc.assert(
      fc.property(days, (day) => {
        const start = nextIntake(day, 'kings', 'pgcert');
        expect(start > day).toBe(true);
        expect(weekdayOf(start)).toBe(1);
      }),
    );
  });
});

describe('the grid’s address', () => {
  it('reads its filters, and drops those that do not fit', () => {
    const grid = searchOf(gridSearch.fields, gridSearch.defaults);
    const raw = { show: 'short', division: 'Medicine', find: 'Ward', table: 'yes' } as never;
    expect(grid.validateSearch(raw)).toEqual({
      show: 'short',
      division: 'Medicine',
      find: 'Ward',
      table: false,
    });
  });
});
