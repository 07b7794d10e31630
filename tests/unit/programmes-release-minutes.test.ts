import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { releaseMinutesOf, type ReleaseAgreement } from '../../shared/programmes/release-minutes.ts';

const silent: ReleaseAgreement = {
  university: 'exeter',
  stage: 'pgcert',
  intakeMonth: asMonth('2027-09'),
  weeklyReleaseMinutes: null,
  statedReleaseMinutes: null,
};

describe('released minutes of an agreement', () => {
  it('agreed weekly minutes stand as they are, above a total and above the university', () => {
    const agreed = {
      ...silent,
      university: 'kings',
      weeklyReleaseMinutes: 450,
      statedReleaseMinutes: 9999,
    } as const;
    expect(releaseMinutesOf(agreed, set)).toEqual({
      kind: 'weekly',
      minutes: 450,
      origin: 'agreed-weekly',
      use: null,
    });
  });

  it('an agreed total that divides by its 39 weeks is the same every week: 17,550 / 39 = 450', () => {
    expect(releaseMinutesOf({ ...silent, statedReleaseMinutes: 17_550 }, set)).toMatchObject({
      kind: 'weekly',
      minutes: 450,
      origin: 'agreed-total',
    });
  });

  it('King’s asks for about 600 hours a year: 36,000 minutes over 39 weeks, 923 or 924 in each', () => {
    const release = releaseMinutesOf({ ...silent, university: 'kings' }, set);
    expect(release).toMatchObject({ kind: 'by-week', origin: 'university' });
    if (release?.kind !== 'by-week') throw new Error('expected minutes by week');
    expect(release.use).toMatchObject({ code: 'KINGS_RELEASE_HOURS_PER_YEAR', status: 'published' });
    expect(release.weeks.reduce((sum, week) => sum + week.minutes, 0)).toBe(600 * 60);
    expect(new Set(release.weeks.map((week) => week.minutes))).toEqual(new Set([923, 924]));
    expect(release.weeks.map((week) => week.week)).not.toContain('2027-12-27');
  });

  it('where nobody has said, release is not known: there is no silent default', () => {
    for (const university of ['newcastle', 'exeter', 'sheffield'] as const) {
      expect(releaseMinutesOf({ ...silent, university }, set)).toBeNull();
    }
  });

  it('an intake before King’s published its hours is not given them', () => {
    expect(
      releaseMinutesOf({ ...silent, university: 'kings', intakeMonth: asMonth('2023-09') }, set),
    ).toBeNull();
  });

  it('an agreement of no release at all is zero, which is not the same as not known', () => {
    expect(releaseMinutesOf({ ...silent, statedReleaseMinutes: 0 }, set)).toMatchObject({ minutes: 0 });
  });
});
