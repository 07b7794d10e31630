import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';

/** What the page may be about: a count on a day, or people gained up to it. */
export const targets = ['pi', 'pi-gained', 'coi-gained', 'any-gained', 'qualified'] as const;

export type Target = (typeof targets)[number];

type TargetFacts = {
  /** In the list of choices. */
  readonly label: string;
  readonly one: string;
  readonly many: string;
  /** A stock is counted on a day; gains are counted up to it. */
  readonly when: 'on' | 'by';
  readonly of: (year: ForecastYear) => CountForecast;
  /** The same count as the forecast is asked for it; `at` is the end of the year in months. */
  readonly measure: (at: number) => Measure;
};

function gain(kind: 'pi' | 'coi' | 'investigator'): (at: number) => Measure {
  return (at) => ({ kind: 'gain', gain: kind, window: [0, at] });
}

export const targetFacts: Readonly<Record<Target, TargetFacts>> = {
  pi: {
    label: 'Named PIs in post',
    one: 'named PI',
    many: 'named PIs',
    when: 'on',
    of: (year) => year.piInPost,
    measure: (at) => ({ kind: 'pi', at }),
  },
  'pi-gained': {
    label: 'First-time PIs gained',
    one: 'first-time PI',
    many: 'first-time PIs',
    when: 'by',
    of: (year) => year.byThen.piGained,
    measure: gain('pi'),
  },
  'coi-gained': {
    label: 'First-time Co-Is gained',
    one: 'first-time Co-I',
    many: 'first-time Co-Is',
    when: 'by',
    of: (year) => year.byThen.coiGained,
    measure: gain('coi'),
  },
  'any-gained': {
    label: 'Investigators gained, by any route',
    one: 'investigator gained by any route',
    many: 'investigators gained by any route',
    when: 'by',
    of: (year) => year.byThen.investigatorsGained,
    measure: gain('investigator'),
  },
  qualified: {
    label: 'Qualified people in post',
    one: 'qualified person in post',
    many: 'qualified people in post',
    when: 'on',
    of: (year) => year.qualifiedInPost,
    measure: (at) => ({ kind: 'qualified', at, held: 1 }),
  },
};

/** "named PIs on 31 March 2030". */
export function targetOn(of: Target, day: string): string {
  const { many, when } = targetFacts[of];
  return `${many} ${when} ${day}`;
}
