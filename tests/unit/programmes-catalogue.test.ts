import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { fundingSources, parseFundingSource } from '../../shared/programmes/funding-sources.ts';
import { parseRoute, routeFacts, routes } from '../../shared/programmes/routes.ts';
import { parseStage, stageNumber, stages, stageTermsOn } from '../../shared/programmes/stages.ts';
import {
  courses,
  parseUniversity,
  statedFeeOn,
  statedReleaseOn,
  universities,
} from '../../shared/programmes/universities.ts';

const today = asPlainDate('2026-11-20');

describe('the framework', () => {
  it('each stage is 60 credits, 600 hours and 10 months; three stages make 180 credits', () => {
    for (const stage of stages) {
      expect(stageTermsOn(stage, today, set)).toMatchObject({
        credits: 60,
        learningMinutes: 36_000,
        studyMonths: 10,
      });
    }
    expect(stages.map(stageNumber)).toEqual([1, 2, 3]);
  });

  it('a stage before it was first offered has no terms', () => {
    expect(() => stageTermsOn('pgdip', asPlainDate('2022-09-26'), set)).toThrow(ModelError);
  });

  it('no fee is known, and a fee that is not known is null, not nothing', () => {
    for (const university of universities) expect(statedFeeOn(university, today, set)).toBeNull();
  });

  it('only King’s publishes its release hours', () => {
    expect(universities.map((university) => statedReleaseOn(university, today, set)?.value ?? null)).toEqual([
      36_000,
      null,
      null,
      null,
    ]);
  });

  it('no list of modules is known, and the higher stages at Newcastle are not verified', () => {
    expect(universities.map((university) => courses[university].modules)).toEqual([null, null, null, null]);
    expect(courses.newcastle.stages).toEqual({
      pgcert: 'published',
      pgdip: 'unverified',
      masters: 'unverified',
    });
  });
});

describe('names in a sheet', () => {
  it.each([
    ["King's College London", 'kings'],
    ['King’s College London', 'kings'],
    ['university of exeter', 'exeter'],
    [' sheffield ', 'sheffield'],
    ['Leeds', null],
  ])('"%s" is university %s', (text, university) => {
    expect(parseUniversity(text)).toBe(university);
  });

  it.each([
    ['PGCert', 'pgcert'],
    ['Postgraduate Diploma', 'pgdip'],
    ["Master's degree", 'masters'],
    ["Master's", 'masters'],
    ['MSc', 'masters'],
    ['PhD', null],
  ])('"%s" is stage %s', (text, stage) => {
    expect(parseStage(text)).toBe(stage);
  });

  it.each([
    ['framework', 'framework'],
    ['Clinical Lectureship', 'postdoctoral'],
    ['Clinical Doctoral Research Fellowship', 'doctoral'],
    ['NIHR Predoctoral Award', 'predoctoral'],
    ['direct appointment', 'appointed'],
    ['Chief Investigator', null],
  ])('"%s" is route %s', (text, route) => {
    expect(parseRoute(text)).toBe(route);
  });

  it('a name, today’s or historic, belongs to one route', () => {
    const names = routes.flatMap((route) => [routeFacts[route].name, ...routeFacts[route].historicNames]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

describe('funding sources', () => {
  it('the NIHR bursary pays fees and never cover, cannot be deferred and leaves out doctors and dentists', () => {
    const bursary = parseFundingSource('NIHR bursary');
    expect(bursary).toMatchObject({
      id: 'nihr-bursary',
      fees: 'pays',
      cover: 'does-not-pay',
      academicYear: '2024/25',
      carriesForward: false,
      status: 'published',
    });
    expect(bursary?.rules.join(' ')).toContain('Doctors and dentists are excluded');
  });

  it('no source is said to pay both fees and cover outright', () => {
    expect(fundingSources.filter(({ fees, cover }) => fees === 'pays' && cover === 'pays')).toEqual([]);
  });

  it('ids and names are each used once, and every source says where its rules come from', () => {
    for (const key of ['id', 'name'] as const) {
      expect(new Set(fundingSources.map((source) => source[key])).size).toBe(fundingSources.length);
    }
    for (const source of fundingSources) expect(source.source.length).toBeGreaterThan(10);
    expect(parseFundingSource('Rich aunt')).toBeNull();
  });
});
