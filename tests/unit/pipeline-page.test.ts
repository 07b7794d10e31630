import { describe, expect, it } from 'vitest';
import { chanceOfTarget, numbersAround, suggestedTarget } from '../../client/pipeline/chance-model.ts';
import { gainsChart, stockChart } from '../../client/pipeline/charts.ts';
import {
  countedApart,
  figures,
  followed,
  headline,
  peopleByGroup,
  yearShown,
} from '../../client/pipeline/pipeline-model.ts';
import { namedRates, rateName } from '../../client/pipeline/rate-names.ts';
import { rateRows } from '../../client/pipeline/rates.ts';
import { pipelineSearch } from '../../client/pipeline/search.ts';
import { targets } from '../../client/pipeline/targets.ts';
import {
  measures,
  partYearNote,
  rangeBeneath,
  yearsCsv,
  yearsRows,
} from '../../client/pipeline/years-table.ts';
import { searchOf } from '../../client/app/search.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { useOf } from '../../shared/parameters/types.ts';
import { atEndOf, chanceOfAtLeast } from '../../shared/pipeline/chance-of-at-least.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import type { Person, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { askPipeline, wholeYearMonths } from '../../shared/scenario/ask-pipeline.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const dataCut = asPlainDate('2026-11-20');
const named = { dataCut, namedPi: 12, namedCoi: 5, readyNow: null };
const large = { ...sampleTrust(), horizonMonths: 68 };
const nurses = { group: 'Nursing and Midwifery Registered', count: 1 } as const;

/** Three learners, one of them Co-I already, and one PI whose study is planned to close in October 2029. */
const few: ProjectionInputs = {
  ...large,
  people: [
    { ...nurses, kind: 'studying', stage: 1, elapsed: 2 },
    { ...nurses, kind: 'studying', stage: 1, elapsed: 2, role: 'coi' },
    { ...nurses, kind: 'planned', stage: 1, startIn: 10, uptake: 0.8 },
    { ...nurses, kind: 'pi', roleEndsIn: 34 },
  ],
};

const ask = (inputs: ProjectionInputs, basis: 'financial' | 'academic' = 'financial') =>
  askPipeline({ inputs, basis, dataCut }, publishedParameters);

const years = ask(large);
const fewYears = ask(few);
const at2030 = yearShown(years.years, null)!;

describe('years', () => {
  it('the horizon is cut at the end of the last whole year: 31 March 2032 or 31 July 2032 of 68 months', () => {
    expect(wholeYearMonths(asMonth('2026-12'), 68, 'financial')).toBe(64);
    expect(wholeYearMonths(asMonth('2026-12'), 68, 'academic')).toBe(68);
    expect(years.years.map(({ lastDay }) => lastDay)).toEqual(
      ['2027', '2028', '2029', '2030', '2031', '2032'].map((year) => `${year}-03-31`),
    );
    expect(ask(large, 'academic').years.at(-1)!.lastDay).toBe('2032-07-31');
  });

  it('a horizon without a whole year keeps the months it has', () => {
    expect(wholeYearMonths(asMonth('2026-12'), 3, 'financial')).toBe(3);
    expect(wholeYearMonths(asMonth('2026-12'), 4, 'financial')).toBe(4);
    expect(wholeYearMonths(asMonth('2026-04'), 12, 'financial')).toBe(12);
  });

  it('a part year says so with its months, a whole year says nothing', () => {
    expect(partYearNote(years.years[0]!)).toBe('part year, 4 months');
    expect(partYearNote(years.years[1]!)).toBeUndefined();
    expect(partYearNote(ask(large, 'academic').years[0]!)).toBe('part year, 8 months');
  });

  it('the page is about the third whole year, or the year end asked for, or that again when it is no year end', () => {
    expect(at2030.lastDay).toBe('2030-03-31');
    expect(yearShown(years.years, asPlainDate('2028-03-31'))!.lastDay).toBe('2028-03-31');
    expect(yearShown(years.years, asPlainDate('2028-07-31'))!.lastDay).toBe('2030-03-31');
    expect(yearShown(years.years.slice(0, 2), null)!.lastDay).toBe('2028-03-31');
    expect(yearShown([], null)).toBeNull();
  });
});

describe('the sentence', () => {
  it('says the middle, the day, the range and today', () => {
    const { p10, p50, p90 } = at2030.piInPost;
    expect(headline(named, at2030)).toBe(
      `About ${p50} named PIs by 31 March 2030, 80% range ${p10} to ${p90}; today 12.`,
    );
  });

  it('leads with the chance of a first-time PI where few are on the way', () => {
    const year = yearShown(fewYears.years, asPlainDate('2029-03-31'))!;
    const projection = evaluateProjection({ ...few, horizonMonths: 64 });
    const chance = chanceOfAtLeast(projection, 'pi-gained', 1, atEndOf(few.startMonth, asMonth('2029-03')));
    const oneIn = Math.round(1 / chance);
    expect(headline({ ...named, namedPi: 1 }, year)).toMatch(
      new RegExp(
        `^A 1 in ${oneIn} chance of a first-time PI by 31 March 2029\\. With those in the role now: about 1 named PI, 80% range \\d`,
      ),
    );
  });

  it('says that nobody can gain the role where nobody is on the way', () => {
    const alone = ask({ ...few, people: [{ ...nurses, kind: 'pi' }] });
    expect(headline({ ...named, namedPi: 1 }, alone.years[1]!)).toMatch(
      /^No chance of a first-time PI by 31 March 2028: nobody on the way can gain the role\./,
    );
  });

  it('every figure beneath carries its range', () => {
    for (const { note } of figures(named, years, at2030)) expect(note).toMatch(/^80% range \d+( to \d+)?; /);
    expect(figures(named, years, at2030).map(({ range }) => range.middle)).toEqual([
      at2030.qualifiedInPost.p50,
      at2030.piInPost.p50,
      at2030.byThen.coiGained.p50,
      at2030.byThen.piGained.p50,
      at2030.byThen.piLost.p50,
    ]);
  });
});

describe('who is followed', () => {
  it('counts kinds of people in words', () => {
    expect(followed(few.people)).toBe('1 planned, 2 studying and 1 PI who never took the course');
    expect(followed([])).toBe('nobody');
    expect(followed([{ ...nurses, kind: 'graduated', held: 1, sinceAward: 3, count: 1200 }])).toBe(
      '1,200 qualified and not studying',
    );
  });

  it('people named before are counted apart by role, existing PIs off the course are not among them', () => {
    expect(countedApart(few.people)).toMatch(
      /^Counted apart: 1 person on or after a course .* \(1 as Co-I\)/,
    );
    const both: Person[] = [
      { ...nurses, kind: 'graduated', held: 1, sinceAward: 3, role: 'coi', count: 3 },
      { ...nurses, kind: 'graduated', held: 2, sinceAward: 3, role: 'pi', roleEndsIn: 0 },
      { ...nurses, kind: 'pi', count: 7 },
    ];
    expect(countedApart(both)).toMatch(/^Counted apart: 4 people .* \(3 as Co-I and 1 as PI\)/);
    expect(countedApart([{ ...nurses, kind: 'pi' }])).toBeNull();
  });

  it('counts people of a staff group, not profiles', () => {
    expect(peopleByGroup([{ ...few.people[0]!, count: 3 }, few.people[1]!]).get(nurses.group)).toBe(4);
  });
});

describe('the table by year', () => {
  it('has qualified, ready and named apart, ready without a number', () => {
    expect(yearsRows.map(({ key }) => key)).toEqual([
      ...['qualified-group', 'qualified', 'ready-group', 'ready', 'named-group'],
      ...['coi-gained', 'pi-gained', 'pi-returned', 'pi-lost', 'pi'],
    ]);
    expect(yearsRows.find(({ key }) => key === 'ready')!.kind).toBe('not-known');
  });

  it('means agree from year to year: stock = stock before + gained + again − lost', () => {
    let before = years.piNow;
    for (const { inYear, piInPost } of years.years) {
      before += inYear.piGained.mean + inYear.piReturned.mean - inYear.piLost.mean;
      expect(piInPost.mean).toBeCloseTo(before, 9);
    }
  });

  it('beneath a middle stands the range, and where at most one is likely the chance of at least one', () => {
    const measureOf = (key: string) => measures.find((measure) => measure.key === key)!;
    const year = fewYears.years[2]!;
    const { p10, p90, pmf, from } = year.inYear.piGained;
    expect([p10, p90, from]).toEqual([0, 1, 0]);
    const percent = Math.round((1 - pmf[0]!) * 100);
    expect(rangeBeneath(measureOf('pi-gained'), year)).toBe(`0 to 1 (${percent}%)`);
    expect(rangeBeneath(measureOf('pi'), year)).toBe(`${year.piInPost.p10} to ${year.piInPost.p90}`);
    expect(rangeBeneath(measureOf('qualified'), at2030)).toBe(
      `${at2030.qualifiedInPost.p10} to ${at2030.qualifiedInPost.p90}`,
    );
  });

  it('the file has a line for each count and year with middle, both ends and mean, and ready empty', () => {
    const { headings, rows } = yearsCsv(years, named);
    expect(headings).toHaveLength(9);
    expect(rows).toHaveLength(2 + 6 * 6 + 6);
    expect(rows.every((row) => row.length === 9)).toBe(true);
    const stock = rows.find((row) => row[0] === 'PI in post' && row[1] === '2029/30')!;
    const { p50, p10, p90, mean } = at2030.piInPost;
    expect(stock.slice(2)).toEqual([12, '2029-04-01', '2030-03-31', p50, p10, p90, Number(mean.toFixed(4))]);
    expect(rows.find((row) => row[0] === 'PI in post' && row[1] === 'Today')![5]).toBe(12);
    const ready = rows.filter((row) => String(row[0]).startsWith('Ready'));
    expect(ready.map((row) => row.slice(5))).toEqual(Array(6).fill([null, null, null, null]));
  });
});

describe('the chance of at least N', () => {
  it('is the exact chance of the model, for every target and year end', () => {
    const inputs = { ...large, horizonMonths: 64 };
    const projection = evaluateProjection(inputs);
    const model = {
      pi: 'pi-in-post',
      'pi-gained': 'pi-gained',
      'coi-gained': 'coi-gained',
      qualified: 'qualified-in-post',
    } as const;
    for (const of of targets) {
      for (const year of years.years) {
        for (const n of [1, 5, 20]) {
          const exact = chanceOfAtLeast(projection, model[of], n, year.window[1]);
          expect(chanceOfTarget(year, of, n).probability).toBeCloseTo(exact, 12);
        }
      }
    }
  });

  it('asks first for the middle forecast, never for nobody', () => {
    expect(suggestedTarget(at2030.piInPost)).toBe(at2030.piInPost.p50);
    expect(suggestedTarget(fewYears.years[0]!.byThen.piGained)).toBe(1);
    expect(chanceOfTarget(at2030, 'pi', null).n).toBe(at2030.piInPost.p50);
  });

  it('says it in words with the day: on it for a count of people in post, by it for people gained', () => {
    expect(chanceOfTarget(at2030, 'pi', 1).sentence).toBe(
      'The chance of at least 1 named PI on 31 March 2030 is more than 99%, almost certain.',
    );
    expect(chanceOfTarget(at2030, 'coi-gained', 300).sentence).toBe(
      'The chance of at least 300 first-time Co-Is by 31 March 2030 is 0%, almost no chance.',
    );
  });

  it('shows two numbers on either side, wider apart where the count is less sure, never below one', () => {
    const count = (variance: number) => ({ ...at2030.piInPost, variance });
    expect(numbersAround(20, count(12))).toEqual([16, 18, 20, 22, 24]);
    expect(numbersAround(2, count(0.3))).toEqual([1, 2, 3, 4]);
    const { bars } = chanceOfTarget(at2030, 'pi', 20);
    expect(bars.rows.filter(({ emphasised }) => emphasised).map(({ label }) => label)).toEqual([
      'at least 20',
    ]);
    const values = bars.rows.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });
});

describe('charts', () => {
  it('the fan starts at today and has each year end with its range', () => {
    const { headline: words, model } = stockChart(named, years, undefined)!;
    expect(model.points).toHaveLength(7);
    expect(model.points[0]!.history).toBe(12);
    expect(model.points.at(-1)!.band).toEqual([years.years[5]!.piInPost.p10, years.years[5]!.piInPost.p90]);
    const direction = years.years[5]!.piInPost.p50 > 12 ? 'rise' : 'fall';
    expect(words).toBe(
      `Named PIs could ${direction} from 12 to about ${years.years[5]!.piInPost.p50} by March 2032`,
    );
    expect(stockChart(named, { ...years, years: [] }, undefined)).toBeNull();
  });

  it('the dots have a row a year with both roles, and the part year is labelled', () => {
    const { model } = gainsChart(years);
    expect(model.rows[0]).toEqual({ label: '2026/27', note: '4 months' });
    expect(model.dots).toHaveLength(12);
  });

  it('where no year is likely to bring anybody, the headline says so', () => {
    expect(gainsChart(fewYears).headline).toBe('No single year is likely to bring a first-time PI');
    expect(gainsChart(years).headline).toMatch(/^The trust gains about \d+( to \d+)? first-time PIs a year$/);
  });
});

describe('rates', () => {
  const codes = Object.keys(publishedParameters.rows).filter((code) => /^(PIPELINE|UPTAKE)_/.test(code));

  it('every rate of the pipeline has words, and none has words without a rate', () => {
    expect(codes.filter((code) => rateName(code).section === 'Other rates')).toEqual([]);
    expect(namedRates.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('a rate without words is shown by its code, not left out', () => {
    expect(rateName('PIPELINE_NEW')).toEqual({
      section: 'Other rates',
      label: 'PIPELINE_NEW',
      reading: 'share',
    });
  });

  it('lists every rate used once under its step, with value, unit, source and status', () => {
    const uses = codes.map((code) => useOf(publishedParameters.rows[code]!.at(-1)!));
    const rows = rateRows(uses, publishedParameters, new Map([['Medical and Dental', 15]]));
    const rates = rows.filter((row) => row.kind === 'rate');
    expect(rates.map(({ code }) => code).sort()).toEqual([...codes].sort());
    const row = (code: string) => rates.find((rate) => rate.code === code)!;
    expect(row('PIPELINE_LEAVE_MEDICAL_AND_DENTAL')).toMatchObject({
      value: '5.4% a year',
      groups: '15 people',
      status: 'derived',
    });
    expect(row('PIPELINE_LEAVE_STUDENTS').groups).toBe('Nobody');
    expect(row('PIPELINE_COI_RATE_PGCERT')).toMatchObject({ value: '5% a month', groups: 'All' });
    expect(row('PIPELINE_BAND_0_5').value).toBe('× 0.5');
    expect(row('PIPELINE_STUDY_MONTHS_PGCERT').value).toBe('10 months');
    expect(row('PIPELINE_GO_ON_PGCERT').range).toBe('34.49% to 83.12%');
    expect(rates.every(({ source }) => source.length > 0)).toBe(true);
  });
});

describe('the address', () => {
  const { validateSearch } = searchOf(pipelineSearch.fields, pipelineSearch.defaults);

  it('an old or broken link opens with the default in place of what does not fit', () => {
    const read = validateSearch({ years: 'calendar', by: '2030-02-30', of: 'pi-gained', n: 0 } as never);
    expect(read).toEqual({ years: 'financial', by: null, of: 'pi-gained', n: null, rates: false });
  });
});
