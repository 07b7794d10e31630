import { addDays } from '../../shared/calendar/plain-date.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { planningDefaultsOn } from '../../shared/parameters/planning-defaults.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { financialYearsBetween } from '../../shared/scenario/plan-years.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { calendarAsked, type WardQuestion } from '../../shared/scenario/ward-question.ts';
import { ratesOf, withRate } from './question.ts';
import type { TeamSearch } from './search.ts';
import type { ShownTeam } from './team-view.ts';

/** A figure of the team that may be typed over to see what it does. */
export type LimitField = {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly max: number;
  readonly step: number;
  readonly move: number;
  /** The team's own figure or the planning default; `null` is not known. */
  readonly own: number | null;
  readonly typed: number | null;
  /** True where the own figure is a default that the team has not entered. */
  readonly isAssumed: boolean;
  /** What typing, or emptying with `null`, does to the address. */
  readonly patch: (value: number | null) => Partial<TeamSearch>;
};

const minutesPerWte = 2250;

type Plain = 'staff' | 'minimum' | 'temporary' | 'headroom' | 'backfill' | 'fill';

function plain(
  key: Plain,
  search: TeamSearch,
  field: Pick<LimitField, 'label' | 'unit' | 'max' | 'step' | 'move' | 'own' | 'isAssumed'>,
): LimitField {
  const patch = (value: number | null): Partial<TeamSearch> => ({
    [key]: value === field.own ? null : value,
  });
  return { key, typed: search[key], patch, ...field };
}

function over<T>(value: T | null, change: (value: T) => number): number | null {
  return value === null ? null : change(value);
}

const hoursField = { unit: 'hours a week', step: 0.05, move: 0.5, max: 50_000, isAssumed: false } as const;
const shareField = { unit: '%', step: 0.01, move: 1, max: 100 } as const;

function teamFields(search: TeamSearch, { plan, dataCut }: ShownTeam, set: ParameterSet): LimitField[] {
  const { team, contractedMinutes } = plan;
  const defaults = planningDefaultsOn(set, dataCut);
  const hours = (minutes: number): number => minutes / 60;
  const percent = (bp: number): number => bp / 100;
  return [
    plain('staff', search, {
      label: 'Registered staff in post',
      unit: 'WTE (contracted)',
      max: 2000,
      step: 0.01,
      move: 0.5,
      own: over(contractedMinutes, (minutes) => Math.round((minutes * 100) / minutesPerWte) / 100),
      isAssumed: false,
    }),
    plain('minimum', search, {
      ...hoursField,
      label: 'Planned minimum',
      own: over(team.plannedMinimum, ({ minutes }) => hours(minutes)),
    }),
    plain('temporary', search, {
      ...hoursField,
      label: 'Usual temporary cover',
      own: hours(team.temporaryCoverMinutes),
    }),
    plain('headroom', search, {
      ...hoursField,
      label: 'Study headroom left',
      own: hours(team.studyHeadroomMinutes),
    }),
    plain('backfill', search, {
      ...shareField,
      label: 'Backfill share',
      own: percent(team.backfillBp ?? defaults.backfillBp),
      isAssumed: team.backfillBp === null,
    }),
    plain('fill', search, {
      ...shareField,
      label: 'Fill',
      own: percent(team.fillBp ?? defaults.fillBp),
      isAssumed: team.fillBp === null,
    }),
  ];
}

/** Financial years of the course in question. */
export function yearsOfQuestion(question: WardQuestion): readonly FinancialYear[] {
  const { start } = question;
  const { weeks } = calendarAsked(question);
  return financialYearsBetween(start, addDays(start, weeks * 7 - 1));
}

function rateField(
  year: FinancialYear,
  search: TeamSearch,
  team: ShownTeam,
  rates: readonly RateUsed[],
): LimitField {
  const typedPence = ratesOf(search)[year];
  const workedOut = rates.find(
    ({ financialYear, origin }) => financialYear === year && origin === 'worked-out',
  );
  const ownPence = team.plan.team.coverRates?.[year] ?? workedOut?.pence ?? null;
  const own = over(ownPence, (pence) => pence / 100);
  return {
    key: `rate-${year}`,
    label: `Cover rate ${year}`,
    unit: '£ an hour',
    max: 999,
    step: 0.01,
    move: 0.1,
    own,
    typed: typedPence === undefined ? null : typedPence / 100,
    isAssumed: false,
    patch: (value) => ({ rates: withRate(search, year, value === own ? null : value) }),
  };
}

/** Cover, rates and limits: the team's figures, with a rate for each financial year of the course. */
export function limitFields(
  search: TeamSearch,
  question: WardQuestion,
  team: ShownTeam,
  rates: readonly RateUsed[],
  set: ParameterSet,
): readonly LimitField[] {
  return [
    ...teamFields(search, team, set),
    ...yearsOfQuestion(question).map((year) => rateField(year, search, team, rates)),
  ];
}
