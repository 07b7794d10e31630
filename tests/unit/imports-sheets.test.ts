import { describe, expect, it } from 'vitest';
import { checkFile } from '../../server/imports/check-file.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { columnsByKind, templateCsv } from '../../shared/imports/templates.ts';
import { checkText, importDay } from '../support/check-text.ts';

type Texts = Readonly<Record<string, string>>;

const usual: Readonly<Record<'teams' | 'learners', Texts>> = {
  teams: { name: 'Ward 7', type: 'rostered round the clock', orgCodes: 'Ward 7' },
  learners: {
    employeeNumber: '20100000',
    university: 'University of Exeter',
    stage: 'PGCert',
    intakeMonth: '2026-09',
    weeklyReleaseMinutes: '7.5',
    studyDayRule: 'lapses',
    status: 'Funded',
    statusDate: '01/09/2026',
  },
};

type Sheet = 'teams' | 'learners';

function sheet(kind: Sheet, rows: readonly Texts[]): string {
  const entries = Object.entries(columnsByKind[kind]);
  const full: Texts[] = rows.map((row) => ({ ...usual[kind], ...row }));
  return csvOut(
    entries.map(([, column]) => column.heading),
    full.map((row) => entries.map(([key]) => row[key] ?? '')),
  );
}

/** Codes with their columns: refused ones first, then warnings. */
function codes(kind: Sheet, ...rows: Texts[]): string[] {
  const answer = checkText(sheet(kind, rows), kind);
  return [...answer.rejected, ...answer.warnings].map((issue) => `${issue.code} ${issue.column}`);
}

function row(kind: Sheet, texts: Texts): unknown {
  const check = checkFile(kind, new TextEncoder().encode(sheet(kind, [texts])), importDay);
  return check.ok ? check.records[0]?.row : null;
}

describe('team sheets', () => {
  it.each([
    ['rostered round the clock', 'rostered-round-the-clock'],
    ['Clinic or List', 'clinic-or-list'],
    ['not-rostered', 'not-rostered'],
  ])('type %s is %s', (type, expected) => {
    expect(row('teams', { type })).toMatchObject({ type: expected });
  });

  it('a type, band or yes-or-no that is not in its list is refused', () => {
    expect(codes('teams', { type: 'ward', coverBand: '10', unavailabilityIncludesStudy: 'maybe' })).toEqual([
      'NOT_IN_LIST Type',
      'NOT_IN_LIST Unavailability Includes Study',
      'NOT_IN_LIST Cover Band',
    ]);
  });

  it.each(['5', 'Band 5', 'BAND 5'])('cover band %s is 5', (coverBand) => {
    expect(row('teams', { coverBand })).toMatchObject({ coverBand: '5' });
  });

  it('hours are minutes and shares are basis points, half up', () => {
    expect(
      row('teams', {
        temporaryCoverMinutes: '7.25',
        studyHeadroomMinutes: '0.008',
        fillBp: '85.5%',
        backfillBp: '33.335',
      }),
    ).toMatchObject({
      temporaryCoverMinutes: 435,
      studyHeadroomMinutes: 0,
      fillBp: 8550,
      backfillBp: 3334,
    });
  });

  it('shares outside 0 to 100 and negative hours are refused', () => {
    expect(
      codes('teams', {
        fillBp: '100.01',
        backfillBp: '-1',
        shiftMinutes: '24.5',
        temporaryCoverMinutes: '-2',
      }),
    ).toEqual([
      'OUT_OF_RANGE Usual Temporary Cover Hours',
      'OUT_OF_RANGE Shift Length Hours',
      'OUT_OF_RANGE Backfill Share %',
      'OUT_OF_RANGE Fill %',
    ]);
  });

  it('months and weekdays are given all or none: each missing one is named', () => {
    const elevenMonths = Object.fromEntries(
      [
        'january',
        'february',
        'march',
        'april',
        'may',
        'june',
        'july',
        'august',
        'september',
        'october',
        'november',
      ].map((month) => [month, '20']),
    );
    expect(codes('teams', elevenMonths)).toEqual(['REQUIRED Unavailability Dec %']);
    expect(codes('teams', { monday: '10', sunday: '10', plannedMinimumOwner: 'x' })).toEqual(
      ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map(
        (day) => `REQUIRED ${day} Minimum Hours`,
      ),
    );
  });

  it('a minimum by weekday alone gives the week; a week that does not add up is said', () => {
    const days = {
      monday: '10',
      tuesday: '10',
      wednesday: '10',
      thursday: '10',
      friday: '10',
      saturday: '5',
      sunday: '5',
      plannedMinimumOwner: 'Matron',
    };
    expect(row('teams', days)).toMatchObject({
      plannedMinimumMinutes: 3600,
      plannedMinimumByWeekday: [600, 600, 600, 600, 600, 300, 300],
    });
    expect(codes('teams', { ...days, plannedMinimumMinutes: '60' })).toEqual([]);
    expect(codes('teams', { ...days, plannedMinimumMinutes: '61' })).toEqual([
      'MINIMUM_DISAGREES Planned Minimum Hours a Week',
    ]);
  });

  it('a minimum that nobody owns is used, and said; an owner without a minimum owns nothing', () => {
    expect(codes('teams', { plannedMinimumMinutes: '60' })).toEqual([
      'MINIMUM_NOT_OWNED Planned Minimum Owner',
    ]);
    expect(row('teams', { plannedMinimumOwner: 'Matron' })).toMatchObject({
      plannedMinimumMinutes: null,
      plannedMinimumOwner: null,
    });
  });

  it('sources are lists in order, each once, ranked by their place', () => {
    expect(
      row('teams', { orgCodes: ' Ward 7 ; Annexe;;ward  7', costCentres: '70010', rosterUnits: 'W7' }),
    ).toMatchObject({
      sources: [
        { kind: 'org', code: 'Ward 7', rank: 1 },
        { kind: 'org', code: 'Annexe', rank: 2 },
        { kind: 'cost-centre', code: '70010', rank: 1 },
        { kind: 'roster-unit', code: 'W7', rank: 1 },
      ],
    });
    expect(codes('teams', { orgCodes: '' })).toEqual(['NO_SOURCE Org Codes']);
    expect(codes('teams', { orgCodes: ';;' })).toEqual(['REQUIRED Org Codes']);
  });

  it('a team twice is refused, a source of two teams is said', () => {
    expect(codes('teams', {}, { name: ' WARD  7', orgCodes: 'Other' })).toEqual([
      'DUPLICATE_IN_FILE Team',
      'DUPLICATE_IN_FILE Team',
    ]);
    expect(codes('teams', {}, { name: 'Ward 8', orgCodes: 'WARD 7' })).toEqual([
      'SOURCE_SHARED Org Codes',
      'SOURCE_SHARED Org Codes',
    ]);
    expect(codes('teams', {}, { name: 'Ward 8', orgCodes: '', costCentres: 'Ward 7' })).toEqual([]);
  });

  it.each([
    ['2027/28=26.40; 2028/29=27.06', { '2027/28': 2640, '2028/29': 2706 }],
    ['2027/28 = £26.4', { '2027/28': 2640 }],
  ])('cover rates %s are pence an hour by financial year', (coverRates, expected) => {
    expect(row('teams', { coverRates })).toMatchObject({ coverRates: expected });
  });

  it.each(['26.40', '2027=26.40', '2027/29=26.40', '2027/28=', '2027/28=26.405', '2027/28=26; 2027/28=27'])(
    'cover rates %s are refused',
    (coverRates) => {
      expect(codes('teams', { coverRates })).toHaveLength(1);
    },
  );
});

describe('learner sheets', () => {
  it.each([
    ['King’s College London', 'kings'],
    ["king's college london", 'kings'],
    ['Newcastle University', 'newcastle'],
    ['sheffield', 'sheffield'],
  ])('%s is %s', (university, expected) => {
    expect(row('learners', { university })).toMatchObject({ university: expected });
  });

  it.each([
    ['2027-09', '2027-09'],
    ['September 2027', '2027-09'],
    ['sep 2027', '2027-09'],
    ['10/2027', '2027-10'],
  ])('intake %s is %s', (intakeMonth, expected) => {
    expect(row('learners', { intakeMonth })).toMatchObject({ intakeMonth: expected });
  });

  it.each(['2027', '2027-13', 'Septober 2027', '9/2027', '2027-9', 'autumn 2027', '1999-09'])(
    'intake %s is refused',
    (intakeMonth) => {
      expect(codes('learners', { intakeMonth })).toHaveLength(1);
    },
  );

  it('days are weekdays with hours, in the order of the week, and give the weekly hours', () => {
    expect(row('learners', { releaseDays: 'thursday 3.75;TUE 7.5', weeklyReleaseMinutes: '' })).toMatchObject(
      {
        releaseDays: [
          { weekday: 2, minutes: 450 },
          { weekday: 4, minutes: 225 },
        ],
        weeklyReleaseMinutes: 675,
      },
    );
    expect(codes('learners', { releaseDays: 'Tue 7.5', weeklyReleaseMinutes: '15' })).toEqual([
      'DAYS_DISAGREE Days',
    ]);
  });

  it.each(['7.5', 'Tue', 'Tue 0', 'Tue 25', 'Tue 3; Tue 4', 'Tue 7,5', 'Funday 3'])(
    'days %s are refused',
    (releaseDays) => {
      expect(codes('learners', { releaseDays })).toHaveLength(1);
    },
  );

  it('without any release hours a learner is accepted, and the release is said to be not known', () => {
    expect(codes('learners', { weeklyReleaseMinutes: '' })).toEqual([
      'RELEASE_NOT_KNOWN Weekly Release Hours',
    ]);
    expect(row('learners', { weeklyReleaseMinutes: '' })).toMatchObject({
      weeklyReleaseMinutes: null,
      statedReleaseMinutes: null,
    });
    expect(codes('learners', { weeklyReleaseMinutes: '', statedReleaseMinutes: '600' })).toEqual([]);
    expect(row('learners', { weeklyReleaseMinutes: '0' })).toMatchObject({ weeklyReleaseMinutes: 0 });
  });

  it.each([
    ['Enrolled', 'Started On'],
    ['Interrupted', 'Interrupted On'],
    ['Withdrawn', 'Withdrawn On'],
    ['Qualified', 'Qualified On'],
  ])('%s needs %s', (status, column) => {
    expect(codes('learners', { status })).toEqual([`REQUIRED ${column}`]);
  });

  it('dates cannot run backwards or lie ahead of today where they tell what has happened', () => {
    const dates = { status: 'Qualified', startedOn: '01/09/2025' };
    expect(codes('learners', { ...dates, qualifiedOn: '31/08/2025' })).toEqual([
      'ENDS_BEFORE_START Qualified On',
    ]);
    expect(codes('learners', { ...dates, qualifiedOn: '21/11/2026' })).toEqual(['OUT_OF_RANGE Qualified On']);
    expect(codes('learners', { statusDate: '21/11/2026' })).toEqual(['OUT_OF_RANGE Status Date']);
    const paused = { status: 'Interrupted', startedOn: '01/09/2025', interruptedOn: '01/02/2026' };
    expect(codes('learners', { ...paused, returnsOn: '31/01/2026' })).toEqual([
      'ENDS_BEFORE_START Returns On',
    ]);
    expect(codes('learners', { ...paused, returnsOn: '01/09/2027' })).toEqual([]);
  });

  it('the present interruption is counted', () => {
    const paused = { status: 'Interrupted', startedOn: '01/09/2025', interruptedOn: '01/02/2026' };
    expect(row('learners', paused)).toMatchObject({ interruptions: 1 });
    expect(row('learners', {})).toMatchObject({ interruptions: 0 });
    expect(codes('learners', { ...paused, interruptions: '0' })).toEqual(['OUT_OF_RANGE Interruptions']);
    expect(codes('learners', { ...paused, interruptions: '1.5' })).toEqual(['BAD_NUMBER Interruptions']);
  });

  it('university and stage belong to the framework alone', () => {
    expect(codes('learners', { university: '', stage: '' })).toEqual([
      'REQUIRED University',
      'REQUIRED Stage',
    ]);
    expect(codes('learners', { route: 'doctoral' })).toEqual(['NOT_IN_LIST University', 'NOT_IN_LIST Stage']);
    expect(row('learners', { route: 'Associate PI Scheme', university: '', stage: '' })).toMatchObject({
      route: 'associate-pi',
      university: 'none',
      stage: 'none',
    });
  });

  it.each([
    ['none', null],
    ['', null],
    ['Co-Investigator', 'coi'],
    ['sub-investigator', 'coi'],
    ['PI', 'pi'],
    ['Principal Investigator', 'pi'],
  ])('role %j is %s', (roleHeld, expected) => {
    expect(row('learners', { roleHeld })).toMatchObject({ roleHeld: expected });
  });

  it('a fee that is empty is not known, never nothing', () => {
    expect(row('learners', {})).toMatchObject({ feePence: null, fundingPence: null });
    expect(row('learners', { feePence: '0', fundingPence: '£1250.50' })).toMatchObject({
      feePence: 0,
      fundingPence: 125_050,
    });
    expect(codes('learners', { feePence: '4,000' })).toEqual(['BAD_NUMBER Course Fee (£)']);
  });

  it('a usual funding source is kept by its id and any other by its name', () => {
    expect(row('learners', { fundingSource: 'nihr BURSARY' })).toMatchObject({
      fundingSource: 'nihr-bursary',
    });
    expect(row('learners', { fundingSource: 'League of Friends' })).toMatchObject({
      fundingSource: 'League of Friends',
    });
  });

  it('one person, stage and intake stand once; another stage is another row', () => {
    expect(codes('learners', {}, { supervisor: 'x' })).toEqual([
      'DUPLICATE_IN_FILE Employee Number',
      'DUPLICATE_IN_FILE Employee Number',
    ]);
    expect(codes('learners', {}, {})).toEqual(['DUPLICATE_IN_FILE Employee Number']);
    expect(codes('learners', {}, { stage: 'PGDip' })).toEqual([]);
  });
});

describe('templates', () => {
  it.each(['staff', 'teams', 'learners'] as ImportKind[])(
    'the %s template can be read, and is refused for its example row alone',
    (kind) => {
      const answer = checkText(templateCsv(kind), kind);
      expect(answer).toMatchObject({ outcome: 'reject_rows', records: 1, accepted: 0 });
      expect(answer.rejected.map((issue) => issue.code)).toEqual(['EXAMPLE_ROW']);
      expect(answer.warnings).toEqual([]);
    },
  );
});
