import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonthsTo, asMonth } from '../../shared/calendar/month.ts';
import { addDays, weekdayOf } from '../../shared/calendar/plain-date.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { releaseMinutesOf } from '../../shared/programmes/release-minutes.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { teachingCalendar, weeksWithRelease } from '../../shared/programmes/teaching-calendar.ts';
import { universities } from '../../shared/programmes/universities.ts';

const university = fc.constantFrom(...universities);
const stage = fc.constantFrom(...stages);
const intakeMonth = fc.nat(119).map((months) => addMonthsTo(asMonth('2022-01'), months));

describe('calendars of courses', () => {
  it('a calendar is of Mondays, and its weeks are its weeks with release and its breaks, each once', () => {
    fc.assert(
      fc.property(university, stage, intakeMonth, (at, of, intake) => {
        const calendar = teachingCalendar(at, of, intake);
        const released = weeksWithRelease(calendar);
        const all = [...released, ...calendar.breakWeeks].sort();
        expect(all).toEqual(Array.from({ length: 43 }, (_, week) => addDays(calendar.firstWeek, week * 7)));
        expect(all.every((monday) => weekdayOf(monday) === 1)).toBe(true);
        expect(calendar.firstWeek.startsWith(intake)).toBe(true);
        expect([...calendar.breakWeeks].sort()).toEqual(calendar.breakWeeks);
      }),
    );
  });

  it('an agreed total is released in full, within a minute of evenly', () => {
    fc.assert(
      fc.property(university, stage, intakeMonth, fc.nat(100_000), (at, of, intake, total) => {
        const agreement = { university: at, stage: of, intakeMonth: intake, weeklyReleaseMinutes: null };
        const release = releaseMinutesOf({ ...agreement, statedReleaseMinutes: total }, set);
        const count = weeksWithRelease(teachingCalendar(at, of, intake)).length;
        const minutes =
          release?.kind === 'by-week'
            ? release.weeks.map((week) => week.minutes)
            : Array.from({ length: count }, () => release?.minutes ?? NaN);
        expect(minutes.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
