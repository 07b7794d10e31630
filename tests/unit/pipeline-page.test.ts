import { describe, expect, it } from 'vitest';
import { chanceOfTarget, numbersAround, suggestedTarget } from '../../client/pipeline/chance-model.ts';
import { backTestChart, coverageInWords } from '../../client/pipeline/back-test-words.ts';
import { basisInWords, beliefFacts, beliefValue } from '../../client/pipeline/belief-words.ts';
import { beliefRows } from '../../client/pipeline/beliefs-table.ts';
import { changesInWords } from '../../client/pipeline/changes.ts';
import { fanChart, gainsChart } from '../../client/pipeline/charts.ts';
import {
  decisionWorth,
  driversChart,
  varianceParts,
  worthFindingOut,
} from '../../client/pipeline/drivers.ts';
import { leverFields, leverValue, movedInWords, planValue } from '../../client/pipeline/lever-fields.ts';
import { openingsInWords, openingsWorking } from '../../client/pipeline/openings-words.ts';
import { followerInWords, largestLoss } from '../../client/pipeline/stuck-words.ts';
import { yearPlaces } from '../../client/pipeline/year-places.ts';
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
import { movingMeasures, withMoving } from '../../client/pipeline/moving.ts';
import { targetFacts, targets } from '../../client/pipeline/targets.ts';
import {
  measures,
  partYearNote,
  rangeBeneath,
  readyAhead,
  yearsCsv,
  yearsRows,
} from '../../client/pipeline/years-table.ts';
import { rangeInWords, sharedSwitches } from '../../client/pipeline/shared-words.ts';
import { slotsInWords } from '../../client/pipeline/slots-words.ts';
import { searchOf } from '../../client/app/search.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { useOf } from '../../shared/parameters/types.ts';
import { priorBeliefsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { noHistory } from '../../shared/pipeline/calibration/trust-history.ts';
import { updateBeliefs } from '../../shared/pipeline/calibration/update-beliefs.ts';
import { atLeast, exactly } from '../../shared/pipeline/count-distribution.ts';
import { isOtherRoute } from '../../shared/pipeline/route-rates.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { heldToOpenings } from '../../shared/scenario/held-to-openings.ts';
import { evaluateForecast } from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import { driversOf } from '../../shared/pipeline/forecast/drivers.ts';
import { forecastAtLeast } from '../../shared/pipeline/forecast/forecast-chances.ts';
import { leverBases, noLevers } from '../../shared/pipeline/levers.ts';
import type { Person, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { askForecast } from '../../shared/scenario/ask-forecast.ts';
import { askLevers } from '../../shared/scenario/ask-levers.ts';
import { wholeYearMonths } from '../../shared/scenario/whole-years.ts';
import { backTestRegister } from '../../shared/scenario/back-test-register.ts';
import { registerToday } from '../../shared/pipeline/calibration/register-as-at.ts';
import { beliefsAsAt } from '../../shared/scenario/remake-forecast.ts';
import { pastYears } from '../../shared/scenario/past-counts.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { recordedSample } from '../support/recorded-sample.ts';
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

const beliefs = priorBeliefs(Object.keys(large.groups));
const believing = ({ startMonth, horizonMonths, pathway, people }: ProjectionInputs) => ({
  ...{ startMonth, horizonMonths, pathway, people, beliefs },
});

/** The page's own question, at the points of a lever in movement: quick, and of the same shape. */
const ask = (inputs: ProjectionInputs, basis: 'financial' | 'academic' = 'financial') => {
  const answer = askLevers({ inputs: believing(inputs), levers: noLevers, points: 31, basis, dataCut });
  return { ...answer.years!, qualifiedNow: answer.qualifiedNow, piNow: 12 };
};

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
    const forecast = evaluateForecast({ ...believing(few), horizonMonths: 64 }, 31);
    const chance = forecastAtLeast(forecast, 'pi-gained', 1, 28);
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

  it('every figure beneath carries its range but the one that is counted today', () => {
    const shown = figures(named, years.qualifiedNow, at2030);
    const ahead = shown.filter(({ range }) => range !== null);
    for (const { note } of ahead) expect(note).toMatch(/^80% range \d+( to \d+)?; /);
    expect(ahead.map(({ range }) => range!.middle)).toEqual([
      at2030.qualifiedInPost.p50,
      at2030.piInPost.p50,
      at2030.byThen.piGained.p50,
      at2030.byThen.piLost.p50,
    ]);
    expect(shown.find(({ working }) => working === 'ready')).toMatchObject({ value: '?', range: null });
    const ready = figures({ ...named, readyNow: 4 }, years.qualifiedNow, at2030)[1]!;
    expect([ready.value, ready.note]).toEqual(['4', 'counted today, never added']);
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

  it('says what supervisor slots held back, by intake, and where they are not known that nothing is', () => {
    const cuts = [{ month: asMonth('2027-09'), planned: 5, free: 1, cut: 4 }];
    const short = { kind: 'capped', notStarting: ['a'], cuts } as const;
    expect(slotsInWords(short, true)).toBe(
      '4 of 5 starts have no supervisor slot (4 of 5 in September 2027, with 1 slot free), and counted as not starting.',
    );
    expect(slotsInWords(short, false)).toContain('and counted as starting all the same.');
    expect(slotsInWords({ kind: 'capped', notStarting: [], cuts: [] }, true)).toBe(
      'Every planned start has a supervisor slot.',
    );
    expect(slotsInWords({ kind: 'not-capped', why: 'Not known.' }, true)).toBe(
      'Not known. No planned start is held back for a slot.',
    );
  });

  it('people on another route are among those followed', () => {
    const onRoute: Person = { ...nurses, kind: 'route', route: 'doctoral', elapsed: 3, count: 2 };
    expect(followed([onRoute])).toBe('2 on or after another route');
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
      ...['coi-gained', 'pi-gained', 'any-gained', 'pi-returned', 'pi-lost', 'pi'],
    ]);
    expect(yearsRows.find(({ key }) => key === 'ready')!.kind).toBe('ready');
  });

  it('ready ahead is today’s share of the qualified, and nothing where today’s is not known', () => {
    const today = { qualifiedNow: 20 };
    const { p10, p90 } = at2030.qualifiedInPost;
    expect(readyAhead(at2030, today, { ...named, readyNow: 5 })).toMatchObject({
      low: Math.round(p10 / 4),
      high: Math.round(p90 / 4),
    });
    expect(readyAhead(at2030, today, named)).toBeNull();
    expect(readyAhead(at2030, today, { ...named, readyNow: 21 })).toBeNull();
  });

  it('means agree from year to year: stock = stock before + gained + again − lost', () => {
    let before = large.people.reduce(
      (sum, { kind, role, count }) => sum + (kind === 'pi' || role === 'pi' ? count : 0),
      0,
    );
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
    expect(rows).toHaveLength(2 + 7 * 6 + 6);
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
  it('is the chance of the model, for every target', () => {
    const forecast = evaluateForecast({ ...believing(large), horizonMonths: 64 }, 31);
    const model = {
      pi: 'pi-in-post',
      'pi-gained': 'pi-gained',
      'coi-gained': 'coi-gained',
      'any-gained': 'investigators-gained',
      qualified: 'qualified-in-post',
    } as const;
    const year = years.years[2]!;
    for (const of of targets) {
      for (const n of [1, 5, 20]) {
        const exact = forecastAtLeast(forecast, model[of], n, year.window[1]);
        expect(chanceOfTarget(year, of, n).probability).toBeCloseTo(exact, 12);
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
  const past = pastYears(recordedSample('large'), dataCut, 'financial');
  const today = { ...named, qualifiedNow: 7 };

  it('the fan has what happened, today and each year end with both ranges', () => {
    const { headline: words, model } = fanChart('pi', today, years, past, undefined)!;
    const last = years.years[5]!.piInPost;
    expect(model.points).toHaveLength(5 + 7);
    expect(model.points.slice(0, 6).map(({ history }) => history)).toEqual([
      ...past.map(({ piInPost }) => piInPost),
      12,
    ]);
    expect(model.points.at(-1)).toMatchObject({ band: [last.p10, last.p90], outer: [last.p5, last.p95] });
    const { columns, rows } = model.table;
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(model.endLines.at(-1)).toBe(`90% range ${last.p5} to ${last.p95}`);
    expect(words).toMatch(
      new RegExp(`^Named PIs could (rise|fall) from 12 to about ${last.p50} by March 2032$`),
    );
    expect(fanChart('pi', today, { ...years, years: [] }, past, undefined)).toBeNull();
  });

  it('people gained are counted from today, qualified people have their own past', () => {
    const gained = fanChart('coi-gained', today, years, past, undefined)!.model;
    expect(gained.points.filter(({ history }) => history !== null).map(({ history }) => history)).toEqual([
      0,
    ]);
    const qualified = fanChart('qualified', today, years, past, undefined)!.model;
    expect(qualified.points[5]!.history).toBe(7);
    expect(qualified.points[4]!.history).toBe(past[4]!.qualifiedInPost);
  });

  it('the dots have a row a year with both roles, and the part year is labelled', () => {
    const { model } = gainsChart(years, past);
    expect(model.rows[0]).toEqual({ label: '2023/24', note: 'counted' });
    expect(model.rows[3]).toEqual({ label: '2026/27', note: '4 months' });
    expect(model.dots).toHaveLength(3 * 2 + 12);
    expect(model.dots[0]).toMatchObject({ low: past[2]!.piGained, high: past[2]!.piGained });
  });

  it('where no year is likely to bring anybody, the headline says so', () => {
    expect(gainsChart(fewYears, []).headline).toBe('No single year is likely to bring a first-time PI');
    expect(gainsChart(years, []).headline).toMatch(
      /^The trust gains about \d+( to \d+)? first-time PIs a year$/,
    );
  });
});

describe('rates', () => {
  const all = Object.keys(publishedParameters.rows).filter((code) => /^(PIPELINE|UPTAKE)_/.test(code));
  const isWeight = (code: string): boolean => /^PIPELINE_(PRIOR_|HISTORY_FADE)/.test(code);
  const codes = all.filter((code) => !isWeight(code));

  it('every rate of the pipeline has words, and none has words without a rate', () => {
    expect(codes.filter((code) => rateName(code).section === 'Other rates')).toEqual([]);
    expect(namedRates.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('what a prior is worth stands with the rate it is about, and what old history counts for above the table', () => {
    const prior = priorBeliefsOn(publishedParameters, dataCut, routes.filter(isOtherRoute)).value;
    const { workings } = updateBeliefs(prior, noHistory, { asAt: dataCut, fade: 1 });
    const named = new Set(workings.flatMap(({ id }) => beliefFacts(id).codes));
    for (const { id } of workings) expect(beliefFacts(id).label, id).not.toMatch(/^PIPELINE|^route-/);
    expect(all.filter((code) => isWeight(code) && !named.has(code))).toEqual(['PIPELINE_HISTORY_FADE']);
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

describe('drivers', () => {
  const what = 'named PIs on 31 March 2030';
  const tornado = driversOf({ ...believing(large), horizonMonths: 40 }, { kind: 'pi', at: 40 });

  it('the chart has the six widest swings, with the ends of each rate and the counts there', () => {
    const { model, headline: words } = driversChart(tornado, what)!;
    expect(model.rows).toHaveLength(6);
    expect(words).toBe(`“${model.rows[0]!.label}” moves the answer most`);
    const first = tornado.drivers[0]!;
    expect(model.rows[0]!.bars.map(({ value }) => value)).toEqual(
      [first.atLow, first.atHigh].sort((a, b) => a - b),
    );
    expect(model.alternative).toContain(`with every rate in the middle`);
  });

  it('chance and rates are parts of one variance', () => {
    const { chance, rates } = varianceParts(at2030.piInPost);
    expect(chance + rates).toBeCloseTo(1, 12);
    expect(chance).toBeCloseTo(at2030.piInPost.chanceVariance / at2030.piInPost.variance, 9);
  });

  it('says what to record for the rate that matters most, and that chance cannot be removed', () => {
    const shares = [{ id: 'pi-role-loss', share: 0.26 }];
    const count = { ...at2030.piInPost, chanceVariance: 9.5, ratesVariance: 3.3 };
    expect(worthFindingOut(count, shares, [])).toBe(
      'Worth finding out first: a PI gives up the role and stays, which rests on an assumption alone; it is about 26% of what not knowing the rates adds. Record the last day of each PI role, and whether its holder leads another study. Not knowing the rates is 26% of the doubt; the rest is chance.',
    );
    expect(worthFindingOut({ ...count, ratesVariance: 0.5 }, shares, [])).toContain(
      'most of it is chance, which no record can remove',
    );
    expect(worthFindingOut(count, [], [])).toBeNull();
  });
});

describe('what a rate is worth finding out to somebody who decides on starts', () => {
  const asked = { target: 20, at: 40, startsPerMissingPi: 14 };
  const rate = (starts: number, couldChange = true) => ({ id: 'pi-from-coi-1', starts, couldChange });
  const best = { bestStarts: 12, everything: 3 };

  it('is worked out only where the cost of a missing PI was typed, and a dearer one never asks for fewer starts', () => {
    const inputs = { ...believing(large), horizonMonths: 64 };
    const base = { inputs, points: 31, basis: 'financial', dataCut } as const;
    expect(askForecast(base).worth).toBeNull();
    const starts = [1, 20, 400].map((startsPerMissingPi) => {
      const { worth } = askForecast({ ...base, worth: { target: 30, at: 64, startsPerMissingPi } });
      expect(worth!.rates.every((one) => one.starts >= 0 && one.starts <= worth!.everything + 1e-9)).toBe(
        true,
      );
      return worth!.bestStarts;
    });
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBe(0);
    expect(starts[2]).toBeGreaterThan(0);
  });

  it('is one sentence: yes, and about how many starts; or no', () => {
    const said = decisionWorth({ ...best, rates: [rate(1.6)] }, asked, '31 March 2030');
    expect(said).toContain(
      'Finding out “Co-I to PI after the PGCert” could change your decision: yes, worth about 2 starts.',
    );
    expect(said).toContain(
      'Of up to 40 extra PGCert starts next September, 12 are best to have 20 named PIs on 31 March 2030, when each one missing costs as much as 14 starts.',
    );
    const little = decisionWorth({ ...best, rates: [rate(0.3)] }, asked, '31 March 2030');
    expect(little).toContain('yes, worth less than one start');
    for (const rates of [[rate(0.01)], [rate(2, false)], []]) {
      expect(decisionWorth({ ...best, rates }, asked, '31 March 2030')).toMatch(
        /^Finding any one rate out could change your decision: no\./,
      );
    }
  });
});

describe('what people share beyond the rates', () => {
  it('is named as in the range or not in it, and each switch says its parameter and that it is an assumption', () => {
    expect(rangeInWords({ intakes: false, nation: false })).toBe(
      'The range holds chance and not knowing these rates. Not in it: people who have not applied yet, changes to courses, funding rules or the trust, a shock to one intake and a shock to all trusts alike.',
    );
    expect(rangeInWords({ intakes: true, nation: true })).toContain(
      'what the people of one intake share and what happens to all trusts alike.',
    );
    const hints = sharedSwitches(publishedParameters, dataCut).map(({ hint }) => hint);
    expect(hints[0]).toContain('3%, an assumption (PIPELINE_COHORT_SPREAD)');
    expect(hints[1]).toContain('10%, an assumption (PIPELINE_NATIONAL_SPREAD)');
  });
});

describe('what the forecast rests on', () => {
  const updated = beliefsAsAt(registerToday(recordedSample('large'), dataCut), publishedParameters);

  it('each rate has prior, history, parameters and a source', () => {
    const groups = new Map([['Medical and Dental', 3]]);
    const rows = beliefRows(updated.workings, groups, publishedParameters, dataCut);
    const row = (id: string) => rows.find((one) => one.id === id)!;
    expect(row('withdraw-1').basis).toBe('Prior 30 + your 58 people');
    expect(row('withdraw-1').codes).toEqual(['PIPELINE_WITHDRAW_PGCERT', 'PIPELINE_PRIOR_WITHDRAW_PGCERT']);
    const grouped = rows.filter(({ id }) => id.includes(':')).map(({ id }) => id);
    expect(grouped.filter((id) => !id.startsWith('route-'))).toEqual([
      'ratio:Medical and Dental',
      'leave:Medical and Dental',
    ]);
    expect(row('route-withdraw:internship').codes).toEqual([
      'PIPELINE_ROUTE_WITHDRAW_INTERNSHIP',
      'PIPELINE_PRIOR_ROUTE_WITHDRAW',
    ]);
    expect(row('route-pi-from-none:doctoral').codes[1]).toBe('PIPELINE_PRIOR_ROUTE_ROLE');
    expect(rows.every(({ source, codes, mean }) => source !== '' && codes.length > 0 && mean !== '')).toBe(
      true,
    );
    const codes = rows.flatMap((one) => one.codes);
    expect(codes.filter((code) => publishedParameters.rows[code] === undefined)).toEqual([]);
    const lost = beliefRows(updated.workings, groups, publishedParameters, dataCut, 'pi-lost');
    expect(lost.map(({ id }) => id)).toEqual(['pi-role-loss', 'pi-return', 'leave:Medical and Dental']);
  });

  it('a rate without history is an assumption', () => {
    const working = { ...updated.workings[0]!, yours: 0 };
    expect(basisInWords(working)).toBeNull();
    expect(beliefValue(0.0084, beliefFacts('coi-1'))).toBe('0.8% a month');
    expect(beliefFacts('pi-from-coi-3').label).toBe('Co-I to PI after the Master’s');
  });
});

describe('levers on the page', () => {
  const bases = leverBases(beliefs);
  const keeping = leverFields.find(({ name }) => name === 'keeping')!;

  it('a lever at its place in the plan is no change, and leaves the address empty', () => {
    expect(planValue(keeping, bases)).toBe(95);
    expect(leverValue(keeping, 95, bases)).toBeNull();
    expect(leverValue(keeping, 90, bases)).toBe(90);
    expect(movedInWords(noLevers, bases)).toBeNull();
    expect(movedInWords({ ...noLevers, keeping: 90, intake: 4 }, bases)).toBe(
      'extra PGCert starts each September 4 people (plan 0 people) and PIs who keep the role over a year 90% (plan 95%)',
    );
  });

  it('the change is said with its range', () => {
    expect(changesInWords([{ mean: -1.72, low: -2.21, high: -1.21 }], '31 March 2030')).toBe(
      'About 1.7 fewer named PIs by 31 March 2030 than in the plan, 80% range −2.2 to −1.2.',
    );
    expect(changesInWords([{ mean: 0.01, low: 0, high: 0.02 }], '31 March 2030')).toBe(
      'As many named PIs by 31 March 2030 as in the plan.',
    );
  });

  it('while a lever moves the chart and the figures are those of a full answer to the same question', () => {
    const inputs = believing({ ...few, horizonMonths: 40 });
    const asked = { inputs, points: 31, basis: 'financial', dataCut } as const;
    const places = yearPlaces(inputs, 'financial');
    const full = (levers: typeof noLevers) => {
      const answer = askLevers({ ...asked, levers });
      return { ...answer, years: answer.years! };
    };
    const moved = { ...noLevers, monthsToRole: 8 };
    const target = full(moved).years.years;
    for (const of of targets) {
      const dragged = movingMeasures(places, places[2]!, of);
      const live = withMoving(
        full(noLevers),
        askLevers({ ...asked, levers: moved, dragged }),
        places,
        places[2]!,
        of,
      );
      live.years.years.forEach((year, index) => {
        expect(targetFacts[of].of(year)).toEqual(targetFacts[of].of(target[index]!));
      });
      expect(live.years.years[2]!.piInPost).toEqual(target[2]!.piInPost);
      expect(live.years.years[2]!.byThen.piLost).toEqual(target[2]!.byThen.piLost);
    }
  });

  it('the years of a question are those of its answer', () => {
    for (const basis of ['financial', 'academic'] as const) {
      expect(yearPlaces(large, basis)).toEqual(
        ask(large, basis).years.map(({ year, window, lastDay, partYear }) => ({
          ...{ year, window, lastDay, partYear },
        })),
      );
    }
  });
});

describe('the back-test in words', () => {
  it('says how many outcomes fell in the range, how many would, and how little so few can tell', () => {
    const test = backTestRegister(recordedSample('large'), dataCut, publishedParameters);
    if (test.kind !== 'scored') throw new Error('the large sample is scored');
    const [eighty] = test.scores.piGained!.coverage;
    expect(coverageInWords(test.scores.piGained, 'PIs gained in a year')).toMatch(
      new RegExp(
        `^Of ${eighty!.forecasts} past yearly forecasts of PIs gained in a year, ${eighty!.covered} fell in the 80% range \\(we would expect ${eighty!.expected.low}( to ${eighty!.expected.high})?\\)\\. `,
      ),
    );
    const chart = backTestChart(test, 'piInPost')!;
    expect(chart.rows).toHaveLength(test.origins.length);
    expect(chart.dots[1]).toMatchObject({ low: test.origins[0]!.years[0]!.outcomes.piInPost.observed });
    expect(coverageInWords(null, 'x')).toBeNull();
  }, 20_000);
});

describe('where people are stuck, in words', () => {
  it('names the step that most people are held at, and says so where nobody is', () => {
    const step = { step: 'applied', reached: 21, wentOn: 12, medianDays: 63, waiting: 9 } as const;
    const held = { hold: 'no-supervisor', count: 9, of: 21 } as const;
    expect(
      largestLoss([
        { ...step, held },
        { ...step, step: 'offered', held: null },
      ]),
    ).toBe('The largest avoidable loss is after “Applied”: 9 of 21 have no supervisor.');
    expect(largestLoss([{ ...step, held: null }])).toMatch(/^Nobody is held at a step/);
  });

  it('says of somebody who could lead how they come to the study', () => {
    const one = {
      name: 'A. Name',
      fit: 'on-the-study',
      ready: true,
      isPi: false,
      rule: 'not-known',
    } as const;
    expect(followerInWords(one)).toBe('A. Name (Co-I on this study, ready, check who may lead)');
    expect(followerInWords({ ...one, ready: false, isPi: true, rule: 'allowed' })).toBe(
      'A. Name (Co-I on this study, PI elsewhere)',
    );
  });

  it('openings hold first PI roles as far ahead as they are known, and no further', () => {
    expect(openingsInWords(null, years.years, true)).toMatch(/^How many studies .* is not known/);
    expect(openingsInWords({ from: [0, 0], knownTo: 3 }, years.years, true)).toMatch(
      /known for 3 months ahead/,
    );
    const one = { from: [0, 5], knownTo: 12 };
    expect(openingsInWords(one, years.years, true)).toMatch(
      /^By 31 March 2027 1 study wants a Principal Investigator: openings hold PI gains to about \d, 80% range /,
    );
    expect(openingsInWords(one, years.years, false)).toContain('held to those, PI gains would be about');
    expect(openingsInWords({ from: Array<number>(200).fill(0), knownTo: 12 }, years.years, true)).toMatch(
      /200 studies want a Principal Investigator: enough for all who could gain the role/,
    );
    expect(openingsWorking(one, dataCut)).toMatch(/^Openings to November 2027: 1 now and 1 in May 2027\./);
    expect(openingsWorking(null, dataCut)).toBeNull();
  });

  it('held to openings, gains by a day are the smaller of both and nothing else of the year moves', () => {
    const [first, second] = years.years;
    const openings = { from: [0, 2], knownTo: 12 };
    const [held, later] = heldToOpenings(years.years, openings);
    const free = first!.byThen.piGained;
    expect(exactly(held!.byThen.piGained, 1)).toBe(exactly(free, 1));
    expect(exactly(held!.byThen.piGained, 2)).toBeCloseTo(atLeast(free, 2), 12);
    expect(atLeast(held!.byThen.piGained, 3)).toBe(0);
    const { piGained } = held!.byThen;
    expect(piGained.mean).toBeCloseTo(exactly(free, 1) + 2 * atLeast(free, 2), 9);
    expect(piGained.chanceVariance + piGained.ratesVariance).toBeCloseTo(piGained.variance, 12);
    expect(held!.inYear.piGained).toEqual(piGained);
    expect({ ...held!, inYear: null, byThen: null }).toEqual({ ...first!, inYear: null, byThen: null });
    expect(later).toEqual(second);
    expect(heldToOpenings(years.years, null)).toEqual(years.years);
    expect(heldToOpenings(years.years, { from: Array<number>(200).fill(0), knownTo: 12 })).toEqual(
      years.years,
    );
  });
});

describe('the address', () => {
  const { validateSearch } = searchOf(pipelineSearch.fields, pipelineSearch.defaults);

  it('an old or broken link opens with the default in place of what does not fit', () => {
    const read = validateSearch({ years: 'calendar', by: '2030-02-30', of: 'pi-gained', n: 0 } as never);
    expect(read).toEqual({ ...pipelineSearch.defaults, of: 'pi-gained' });
    const levers = validateSearch({ keeping: 101, intake: 4, working: 'pi' } as never);
    expect(levers).toEqual({ ...pipelineSearch.defaults, intake: 4, working: 'pi' });
  });
});
