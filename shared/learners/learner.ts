import { z } from 'zod';
import type { Month } from '../calendar/month.ts';
import type { PlainDate, Weekday } from '../calendar/plain-date.ts';
import type { OwnCourse } from '../programmes/own-course.ts';
import type { Route } from '../programmes/routes.ts';
import type { Stage } from '../programmes/stages.ts';
import type { University } from '../programmes/universities.ts';
import type { LearnerStatus } from './status.ts';

/** What happens to a study day that falls on the learner's own leave or sickness. */
export const studyDayRules = ['lapses', 'made-up'] as const;

export type StudyDayRule = (typeof studyDayRules)[number];

/** Release on a named weekday of every teaching week; together the days make up the weekly minutes. */
export type ReleaseDay = { readonly weekday: Weekday; readonly minutes: number };

/** The stored form of the days, checked at the door of the database. */
export const releaseDaysSchema: z.ZodType<readonly ReleaseDay[]> = z.array(
  z.strictObject({
    weekday: z.union([
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal(6),
      z.literal(7),
    ]),
    minutes: z.int().min(1).max(1440),
  }),
);

/**
 * One person in one stage of a programme: what was promised, who pays, how it went. `null` is "not known" or "not
 * yet", never zero. Money in pence, time in minutes.
 */
export type Learner = {
  readonly id: string;
  readonly personId: string;
  readonly route: Route;
  /** 'none' on routes other than the framework. */
  readonly university: University | 'none';
  readonly stage: Stage | 'none';
  readonly intakeMonth: Month;
  readonly weeklyReleaseMinutes: number | null;
  /** Total of the stage, where the agreement states one. */
  readonly statedReleaseMinutes: number | null;
  readonly releaseDays: readonly ReleaseDay[] | null;
  readonly studyDayRule: StudyDayRule;
  readonly supervisor: string | null;
  /** Id of a funding source, or the trust's own name for one. */
  readonly fundingSource: string | null;
  readonly feePence: number | null;
  readonly fundingPence: number | null;
  readonly status: LearnerStatus;
  readonly statusDate: PlainDate;
  readonly startedOn: PlainDate | null;
  readonly interruptedOn: PlainDate | null;
  /** Day of return from the latest interruption: expected while away, as it was once back. */
  readonly returnsOn: PlainDate | null;
  readonly withdrawnOn: PlainDate | null;
  readonly qualifiedOn: PlainDate | null;
  /** Over the stage, the present one counted. */
  readonly interruptions: number;
  /** Role on a delegation log, and since when. */
  readonly roleHeld: 'coi' | 'pi' | null;
  readonly roleSince: PlainDate | null;
  readonly version: number;
  /** What the trust entered of the course: its weeks and its fee. Left out when nothing. */
  readonly own?: OwnCourse | undefined;
};

/** The hours, days and money that people agree; minutes and pence. */
export type AgreedTerms = Pick<
  Learner,
  | 'weeklyReleaseMinutes'
  | 'statedReleaseMinutes'
  | 'releaseDays'
  | 'studyDayRule'
  | 'supervisor'
  | 'fundingSource'
  | 'feePence'
  | 'fundingPence'
>;
