import type { WardYear } from '../backfill/ward-answer.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { yearsOf } from '../pipeline/project-years.ts';
import type { ScenarioAnswer } from './scenario-answer.ts';

/** What a plan comes to in a financial year; pence, and people as means of the projection. */
export type PlanYear = {
  readonly year: string;
  readonly costPence: number;
  readonly netPence: number;
  /** `null` in a year the projection does not reach. */
  readonly coiGained: number | null;
  readonly piGained: number | null;
};

/** What a plan comes to, for holding one set of parameters against another. */
export type PlanFigures = {
  readonly years: readonly PlanYear[];
  /** Team-weeks newly short because of release, and those still short after cover. */
  readonly newlyShort: number;
  readonly afterCover: number;
};

const noCost: Pick<WardYear, 'costPence' | 'netPence'> = { costPence: 0, netPence: 0 };

/** The figures of an answer by financial year, of cover and of people. */
export function planFigures(answer: ScenarioAnswer, dataCut: PlainDate): PlanFigures {
  const { byYear, projection, teamWeeks } = answer;
  const people = projection === null ? [] : yearsOf(projection, 'financial', dataCut).years;
  const years = [
    ...new Set([...byYear.map(({ financialYear }) => financialYear), ...people.map(({ year }) => year)]),
  ];
  return {
    years: years.sort().map((year) => {
      const cost = byYear.find(({ financialYear }) => financialYear === year) ?? noCost;
      const gained = people.find((one) => one.year === year)?.inYear;
      return {
        year,
        costPence: cost.costPence,
        netPence: cost.netPence,
        coiGained: gained?.coiGained.mean ?? null,
        piGained: gained?.piGained.mean ?? null,
      };
    }),
    newlyShort: teamWeeks.newlyShort,
    afterCover: teamWeeks.afterCover,
  };
}
