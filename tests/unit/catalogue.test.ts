import { describe, expect, it } from 'vitest';
import { readRow } from '../../client/catalogue/row-draft.ts';
import { weeksOfCourse } from '../../client/catalogue/catalogue-model.ts';
import { readHeld, heldFields } from '../../client/learners/credential-draft.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { awards, namesOf, routeOfName } from '../../shared/programmes/awards.ts';
import { credentialRecord, recordColumns, recordTable } from '../../shared/programmes/credential-export.ts';
import { credentials, findCredentials } from '../../shared/programmes/credentials.ts';
import { contactsFor, deliveryNetworks } from '../../shared/programmes/network-contact.ts';
import { awardsWith, faultsOfAward } from '../../shared/programmes/own-award.ts';
import { faultsOfFee, faultsOfTerms, ownCourseOf } from '../../shared/programmes/own-course.ts';
import { faultsOfHeld, standingOn } from '../../shared/programmes/person-credential.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { stageFactsOn } from '../../shared/programmes/stage-facts.ts';
import { teachingCalendar, weeksWithRelease } from '../../shared/programmes/teaching-calendar.ts';
import { exampleAward, exampleFee, exampleHeld, exampleModule, exampleTerms } from '../support/catalogue.ts';

const day = asPlainDate('2026-11-20');
const personId = '00000000-0000-4000-8000-000000000001';
const course = { university: 'exeter', stage: 'pgcert' } as const;

describe('the trust’s own weeks of a course', () => {
  it('stand in place of the assumption for that university, stage and intake alone', () => {
    const own = [exampleTerms];
    const of = (stage: 'pgcert' | 'pgdip', intake: string) =>
      teachingCalendar('exeter', stage, asMonth(intake), own);
    expect(of('pgcert', '2026-09')).toMatchObject({ firstWeek: '2026-09-21', weeks: 30, status: 'derived' });
    expect(of('pgdip', '2026-09')).toMatchObject({ weeks: 43, status: 'assumption' });
    expect(of('pgcert', '2027-09')).toMatchObject({ weeks: 43, status: 'assumption' });
    const calendar = of('pgcert', '2026-09');
    expect(weeksWithRelease(calendar)).toHaveLength(28);
    const weeks = weeksOfCourse(calendar, [{ ...exampleModule, id: 'm', version: 1 }]);
    expect(weeks.slice(12, 16).map(({ monday, what }) => [monday, what])).toEqual([
      ['2026-12-14', 'Teaching'],
      ['2026-12-21', 'Break'],
      ['2026-12-28', 'Break'],
      ['2027-01-04', 'Teaching'],
    ]);
    expect(weeks[1]).toMatchObject({ what: 'Block week, 22.5 hours', handIns: '' });
    expect(weeks[5]).toMatchObject({ number: 6, handIns: 'Leading a study' });
  });

  it('are refused where they cannot be true', () => {
    const sunday = asPlainDate('2026-12-20');
    const outside = asPlainDate('2027-08-02');
    expect(faultsOfTerms(exampleTerms)).toEqual([]);
    expect(faultsOfTerms({ ...exampleTerms, firstWeek: sunday })).toHaveLength(2);
    for (const breakWeeks of [[sunday], [outside], exampleTerms.blockWeeks])
      expect(faultsOfTerms({ ...exampleTerms, breakWeeks })).toHaveLength(1);
    expect(faultsOfTerms({ ...exampleTerms, blockWeeks: [] })).toEqual([
      'Name the block weeks that the hours are for.',
    ]);
  });

  it('and fee belong to the learners of that course and year', () => {
    const courses = { terms: [exampleTerms], fees: [exampleFee] };
    const academicYear = asAcademicYear('2026/27');
    const other = asAcademicYear('2027/28');
    expect(ownCourseOf(courses, { ...course, academicYear })).toMatchObject({ feePence: 412_500 });
    expect(ownCourseOf(courses, { ...course, academicYear: other })).toMatchObject({ feePence: null });
    expect(ownCourseOf(courses, { university: 'kings', stage: 'pgcert', academicYear })).toBeNull();
    const early = { ...exampleFee, refundUntil: asPlainDate('2026-10-01') };
    expect([faultsOfFee(exampleFee), faultsOfFee(early)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('are read from a form as typed, and a form with a fault names its field', () => {
    const draft = {
      ...{ intakeMonth: '2026-09', firstWeek: '2026-09-21', weeks: '30', blockMinutes: '22.5' },
      ...{
        breakWeeks: '21/12/2026, 28/12/2026',
        blockWeeks: '28/9/2026 11/01/2027',
        source: 'Course handbook',
      },
    };
    expect(readRow('programme-terms', draft, course)).toEqual({
      ok: true,
      row: { kind: 'programme-terms', fields: exampleTerms },
    });
    const wrong = readRow('programme-terms', { ...draft, weeks: 'many', breakWeeks: '31/02/2027' }, course);
    expect(wrong).toEqual({
      ok: false,
      problems: ['Type or correct: Weeks', 'Type or correct: Weeks of break'],
    });
    const fee = { academicYear: '2026/27', feePence: '£4,125', source: 'Invoice' };
    expect(readRow('programme-fee', fee, course)).toMatchObject({
      ok: true,
      row: { fields: { feePence: 412_500, invoicedOn: null } },
    });
  });
});

describe('the shipped catalogue', () => {
  it('says of each stage what the framework publishes', () => {
    const facts = (stage: 'pgcert' | 'pgdip' | 'masters') => stageFactsOn(stage, day, publishedParameters);
    expect(facts('pgcert')).toMatchObject({
      ...{ credits: 60, learningMinutes: 36_000, studyMonths: 10, onlineModules: { least: 2, most: 3 } },
      ...{ practiceMinutes: { least: 3_000, most: 6_000 }, weeklyMinutes: { least: 600, most: 900 } },
    });
    expect(facts('pgdip')).toMatchObject({
      ...{ onlineModules: { least: 2, most: 2 }, practiceMinutes: { least: 4_200, most: 9_000 } },
    });
    expect(facts('masters')).toMatchObject({
      onlineModules: null,
      practiceMinutes: null,
      work: 'Dissertation',
    });
  });

  it('keeps three catalogues apart, with owner, status and source of each, and finds by any word', () => {
    const count = (catalogue: string) => credentials.filter((one) => one.catalogue === catalogue).length;
    expect(['framework', 'gmc', 'centre', 'own'].map(count)).toEqual([3, 5, 36, 0]);
    expect(new Set(credentials.map(({ key }) => key)).size).toBe(credentials.length);
    for (const one of credentials)
      expect([one.owner, one.area, one.now, one.source].every(Boolean)).toBe(true);
    const unknown = credentials.filter(({ now }) => now === 'Not known since 2021');
    expect(unknown.every(({ status, nowOn }) => status === 'not-found' && nowOn === '2021')).toBe(true);
    expect(unknown.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Echocardiography', 'Respiratory']),
    );
    expect(findCredentials(credentials, 'GENERAL medical pain').map(({ key }) => key)).toEqual(['gmc:pain']);
    expect(findCredentials(credentials, '')).toHaveLength(credentials.length);
  });

  it('maps every award, open or closed, to a route of the register, and has twelve delivery networks', () => {
    expect(awards.filter(({ key, route }) => key === route).map(({ key }) => key)).toEqual([...routes]);
    expect(awards.filter(({ route }) => !routes.includes(route))).toEqual([]);
    const today = (key: string) => awards.find((award) => award.key === key)?.route;
    expect([today('ica-masters'), today('cdrf'), today('ica-senior-lectureship')]).toEqual([
      'predoctoral',
      'doctoral',
      'postdoctoral',
    ]);
    expect(new Set(deliveryNetworks.map(({ region }) => region)).size).toBe(12);
  });
});

describe('routes in the trust’s own words', () => {
  it('stand over the shipped ones, which come back with the row; an award of its own comes last', () => {
    const over = { ...exampleAward, id: 'row', version: 1 };
    const own = { ...over, id: 'new', award: null, name: 'Our doctorate' };
    const known = awardsWith([own, over]);
    expect(known).toHaveLength(awards.length + 1);
    const doctoral = known.find(({ key }) => key === 'doctoral');
    expect(doctoral).toMatchObject({ share: 'Four days a week', status: 'derived', open: true, own: over });
    expect(doctoral?.source).toBe('The trust’s own entry: Award letter of 2026');
    expect(known.at(-1)).toMatchObject({ key: 'new', route: 'doctoral', own });
    expect(awardsWith([]).map(({ own: row, ...award }) => [row, award])).toEqual(
      awards.map((award) => [null, award]),
    );
  });

  it('cannot give a name to a second route, count a route of the register as another, or stand over nothing', () => {
    const faults = (change: Partial<typeof exampleAward>) => faultsOfAward({ ...exampleAward, ...change });
    expect(faults({})).toEqual([]);
    expect(faults({ historicNames: ['PCAF'] })).toEqual([
      '“PCAF” is a name of NIHR Predoctoral Award already.',
    ]);
    expect(faults({ route: 'postdoctoral' })).toContain(
      'A route of the register counts as itself. Add an award that counts as another.',
    );
    expect(faults({ award: 'nothing' })).toEqual(['There is no such award to stand over.']);
    expect(faults({ historicNames: ['A', 'a'] })).toEqual(['A name stands twice. Give each once.']);
  });

  it('are read from a form, names between semicolons', () => {
    const { award, historicNames, ...typed } = exampleAward;
    const draft = { ...typed, historicNames: `${historicNames.join('; ')};` };
    expect(readRow('route-award', draft, course, { award })).toEqual({
      ok: true,
      row: { kind: 'route-award', fields: exampleAward },
    });
  });

  it('every name of an award, today’s or historic, is read as one route, whatever its case', () => {
    for (const award of awards)
      for (const name of namesOf(award)) expect(routeOfName(name.toUpperCase())).toBe(award.route);
    expect([routeOfName(' dcaf '), routeOfName('Chief Investigator')]).toEqual(['doctoral', null]);
  });
});

describe('networks and contacts of one person', () => {
  const none = { university: null, region: null, specialty: null, email: null, phone: null, note: null };
  const own = [
    { ...none, name: 'Kings’ tutor', university: 'kings' as const },
    { ...none, name: 'Our network office', region: 'South London' },
    { ...none, name: 'Stroke lead', specialty: 'Stroke' },
    { ...none, name: 'Cancer lead', specialty: 'Cancer' },
  ];
  const namesFor = (university: string, specialties: readonly string[]) =>
    contactsFor({ university, specialties }, own).map(({ name }) => name);

  it('are of their university, their specialties and the network that the trust names, with its shipped row', () => {
    expect(namesFor('exeter', ['stroke'])).toEqual([
      'Our network office',
      'Stroke lead',
      'Clinician Researcher Credentials Framework',
      'University of Exeter',
      'South London Regional Research Delivery Network',
    ]);
    expect(namesFor('kings', [])).toEqual(expect.arrayContaining(['Kings’ tutor', 'Cancer lead']));
    expect(namesFor('none', ['Cancer'])).toEqual([
      'Our network office',
      'Cancer lead',
      'South London Regional Research Delivery Network',
    ]);
    expect(contactsFor({ university: 'none', specialties: [] }, [])).toEqual([]);
  });
});

describe('what a person holds', () => {
  const held = exampleHeld(personId);

  it('is valid through the day it expires on, whatever was recorded', () => {
    expect(standingOn(held, asPlainDate('2027-07-31'))).toBe('current');
    expect(standingOn(held, asPlainDate('2027-08-01'))).toBe('expired');
    expect(standingOn({ ...held, state: 'ended' }, day)).toBe('ended');
    expect(faultsOfHeld(held)).toEqual([]);
    expect(faultsOfHeld({ ...held, state: 'studies' })).toHaveLength(1);
    expect(faultsOfHeld({ ...held, expiresOn: asPlainDate('2024-01-01') })).toHaveLength(1);
    expect(faultsOfHeld({ ...held, kind: 'role', state: 'studies', awardedOn: null })).toHaveLength(1);
  });

  it('goes whole into the portfolio and, while current, into the directory; both forms say the same', () => {
    const owner = { name: 'Alex Example', registrationBody: 'NMC', registrationNumber: null };
    const old = { ...held, name: 'Old', credential: null, expiresOn: asPlainDate('2026-01-01') };
    const record = credentialRecord(owner, [held, old], day);
    expect(record.cpd_portfolio.map(({ name, standing }) => [name, standing])).toEqual([
      ['Acute medicine', 'Current'],
      ['Old', 'Expired'],
    ]);
    expect(
      record.advanced_level_directory.map(({ name, catalogue, area }) => [name, catalogue, area]),
    ).toEqual([['Acute medicine', 'centre', 'Medicine']]);
    const rows = recordTable(record).map((row) =>
      Object.fromEntries(recordColumns.map((column, index) => [column, row[index]])),
    );
    expect(rows.map((row) => [row['credential'], row['in_directory'], row['made_on']])).toEqual([
      ['Acute medicine', 'yes', '2026-11-20'],
      ['Old', 'no', '2026-11-20'],
    ]);
  });

  it('takes its name from the catalogue where none is typed', () => {
    const draft = { kind: 'credential', credential: 'centre:acute-medicine', state: 'holds', awardedOn: '' };
    expect(readHeld(draft, personId, heldFields([]))).toMatchObject({
      ok: true,
      fields: { name: 'Acute medicine', awardedOn: null },
    });
    expect(readHeld({ ...draft, credential: '' }, personId, heldFields([]))).toEqual({
      ok: false,
      problems: ['Type or correct: Its name'],
    });
  });
});
