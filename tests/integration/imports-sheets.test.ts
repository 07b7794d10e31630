import { describe, expect, test } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import { withTrust, type TrustContext } from '../../server/db/with-trust.ts';
import { importNow } from '../../server/imports/import-now.ts';
import { readLearners } from '../../server/learners/read.ts';
import { readAssignmentsOn } from '../../server/staff/read.ts';
import { readTeams, readTeamSources } from '../../server/teams/read.ts';
import { freshDatabase } from '../support/database.ts';
import { apply, importText, preview, wholeStaff } from '../support/imports.ts';
import {
  allLearners,
  allTeams,
  learnerSheet,
  someLearners,
  someTeams,
  teamSheet,
  type TeamTexts,
} from '../support/sheets.ts';
import { person, staffFile } from '../support/staff-file.ts';
import { openTestTrusts } from '../support/trusts.ts';

async function inTrust(work: (ctx: TrustContext) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  try {
    await work((await openTestTrusts(database.database)).a.as('workforce'));
  } finally {
    await database.close();
  }
}

const heldTeams = (ctx: TrustContext) => withTrust(ctx, (tx) => readTeams(tx, ctx.trustId));
const heldLearners = (ctx: TrustContext) => withTrust(ctx, (tx) => readLearners(tx, ctx.trustId));

const stressWard: TeamTexts = {
  name: 'Ward 7',
  division: 'Medicine',
  orgCodes: '200 Ward 7; 200 Ward 7 Annexe',
  costCentres: '70123',
  plannedMinimumMinutes: '1195',
  monday: '170',
  tuesday: '170',
  wednesday: '170',
  thursday: '170',
  friday: '170',
  saturday: '172.5',
  sunday: '172.5',
  plannedMinimumOwner: 'Director of Nursing',
  plannedMinimumDate: '01/04/2026',
  plannedMinimumSource: 'Establishment review 2026',
  temporaryCoverMinutes: '12.5',
  studyHeadroomMinutes: '10.5',
  unavailabilityIncludesStudy: 'no',
  january: '20',
  february: '20.5',
  march: '20',
  april: '22.5',
  may: '20',
  june: '20',
  july: '23.5',
  august: '25',
  september: '19.5',
  october: '19',
  november: '19',
  december: '23.5',
  unavailabilitySdBp: '1',
  shiftMinutes: '7.5',
  coverBand: 'Band 5',
  backfillBp: '90%',
  fillBp: '85',
  coverRates: '2027/28=26.40; 2028/29=27.06',
};

describe('a team sheet', () => {
  test('goes in whole and comes out as the model takes it', () =>
    inTrust(async (ctx) => {
      await importText(ctx, someTeams, teamSheet(stressWard, { name: 'Clinic A', type: 'clinic or list' }));
      const [clinic, ward] = await heldTeams(ctx);
      expect(clinic).toMatchObject({
        name: 'Clinic A',
        type: 'clinic-or-list',
        plannedMinimum: null,
        temporaryCoverMinutes: 0,
        studyHeadroomMinutes: 0,
        unavailabilityBp: null,
        unavailabilityIncludesStudy: null,
        fillBp: null,
      });
      expect(ward).toMatchObject({
        name: 'Ward 7',
        division: 'Medicine',
        type: 'rostered-round-the-clock',
        plannedMinimum: {
          minutes: 71_700,
          byWeekday: [10_200, 10_200, 10_200, 10_200, 10_200, 10_350, 10_350],
          owner: 'Director of Nursing',
          date: '2026-04-01',
          source: 'Establishment review 2026',
        },
        temporaryCoverMinutes: 750,
        studyHeadroomMinutes: 630,
        unavailabilityIncludesStudy: false,
        unavailabilityBp: [2000, 2050, 2000, 2250, 2000, 2000, 2350, 2500, 1950, 1900, 1900, 2350],
        unavailabilitySdBp: 100,
        shiftMinutes: 450,
        coverBand: '5',
        backfillBp: 9000,
        fillBp: 8500,
        coverRates: { '2027/28': 2640, '2028/29': 2706 },
        version: 1,
      });
    }));

  test('finds the staff of its teams', () =>
    inTrust(async (ctx) => {
      await importText(
        ctx,
        wholeStaff,
        staffFile([person(0, { orgL6: '200 ward  7' }), person(1, { costCentre: '70123' }), person(2)]),
      );
      await importText(ctx, someTeams, teamSheet(stressWard));
      const { sources, posts, ward } = await withTrust(ctx, async (tx) => ({
        sources: await readTeamSources(tx, ctx.trustId),
        posts: await readAssignmentsOn(tx, ctx.trustId, asPlainDate('2026-11-20')),
        ward: (await readTeams(tx, ctx.trustId))[0]!.id,
      }));
      expect(posts.map(teamFinder(sources))).toEqual([ward, ward, null]);
    }));

  test('again changes nothing; a change is one change with its version; absent teams stay unless the sheet is the whole list', () =>
    inTrust(async (ctx) => {
      await importText(ctx, someTeams, teamSheet(stressWard, { name: 'Clinic A', type: 'clinic or list' }));
      expect(await preview(ctx, someTeams, teamSheet(stressWard))).toMatchObject({
        changes: 0,
        counts: { unchanged: 1, leavers: 0, heldAfter: 2 },
      });
      const less = { ...stressWard, costCentres: '' };
      const changed = await importText(ctx, someTeams, teamSheet({ ...less, name: 'WARD 7', fillBp: '80' }));
      expect(changed.counts).toMatchObject({ changed: 1, new: 0 });
      expect((await heldTeams(ctx)).map(({ name, fillBp, version }) => [name, fillBp, version])).toEqual([
        ['Clinic A', null, 1],
        ['WARD 7', 8000, 2],
      ]);
      const sources = await withTrust(ctx, (tx) => readTeamSources(tx, ctx.trustId));
      expect(sources.map(({ kind, code, rank }) => [kind, code, rank])).toEqual([
        ['org', '200 Ward 7', 1],
        ['org', '200 Ward 7 Annexe', 2],
      ]);
      const whole = await preview(ctx, allTeams, teamSheet(less));
      expect(whole).toMatchObject({ counts: { changed: 1, leavers: 1 }, confirm: { leavers: true } });
      expect(await apply(ctx, whole.id)).toMatchObject({ ok: true });
      expect((await heldTeams(ctx)).map(({ name }) => name)).toEqual(['Ward 7']);
      await importText(ctx, someTeams, teamSheet({ name: 'Clinic A', type: 'clinic or list' }));
      expect(await heldTeams(ctx)).toHaveLength(2);
    }));

  test('never moves the data cut', () =>
    inTrust(async (ctx) => {
      const before = (
        await withTrust(ctx, (tx) =>
          tx.selectFrom('trust').select('version').where('trust_id', '=', ctx.trustId).execute(),
        )
      )[0];
      await importText(ctx, { ...allTeams, dataDate: asPlainDate('2026-01-01') }, teamSheet(stressWard));
      const after = (
        await withTrust(ctx, (tx) =>
          tx.selectFrom('trust').select('version').where('trust_id', '=', ctx.trustId).execute(),
        )
      )[0];
      expect(after).toEqual(before);
    }));
});

describe('a learner sheet', () => {
  const staff = staffFile([person(0), person(1)]);

  test('goes in whole and comes out as the model takes it', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      await importText(
        ctx,
        someLearners,
        learnerSheet(
          {
            releaseDays: 'Thu 3.75; Tue 7.5',
            weeklyReleaseMinutes: '',
            supervisor: 'Prof. Ž',
            fundingSource: 'NIHR bursary',
            feePence: '£4000',
            fundingPence: '4000.00',
          },
          {
            employeeNumber: '20100001',
            university: '',
            stage: '',
            route: 'Associate PI Scheme',
            weeklyReleaseMinutes: '',
            roleHeld: 'Co-Investigator',
            roleSince: '2025-03-01',
            status: 'Interested',
            startedOn: '',
          },
        ),
      );
      const held = await heldLearners(ctx);
      expect(held).toMatchObject([
        {
          employeeNumber: '20100000',
          lastName: 'Okafor',
          route: 'framework',
          university: 'exeter',
          stage: 'pgcert',
          intakeMonth: '2026-09',
          weeklyReleaseMinutes: 675,
          statedReleaseMinutes: null,
          releaseDays: [
            { weekday: 2, minutes: 450 },
            { weekday: 4, minutes: 225 },
          ],
          studyDayRule: 'made-up',
          supervisor: 'Prof. Ž',
          fundingSource: 'nihr-bursary',
          feePence: 400_000,
          fundingPence: 400_000,
          status: 'enrolled',
          statusDate: '2026-09-28',
          startedOn: '2026-09-28',
          interruptions: 0,
          roleHeld: null,
          version: 1,
        },
        {
          employeeNumber: '20100001',
          route: 'associate-pi',
          university: 'none',
          stage: 'none',
          weeklyReleaseMinutes: null,
          feePence: null,
          roleHeld: 'coi',
          roleSince: '2025-03-01',
          status: 'interested',
        },
      ]);
    }));

  test('release that nobody agreed is not known and never zero', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      const batch = await importText(ctx, someLearners, learnerSheet({ weeklyReleaseMinutes: '' }));
      expect(batch.counts).toMatchObject({ accepted: 1, byCode: { RELEASE_NOT_KNOWN: 1 } });
      expect(await heldLearners(ctx)).toMatchObject([
        { weeklyReleaseMinutes: null, statedReleaseMinutes: null },
      ]);
    }));

  test('a number that no member of staff has is refused, with its row given back', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      const batch = await preview(ctx, someLearners, learnerSheet({}, { employeeNumber: '29999999' }));
      expect(batch.counts).toMatchObject({
        records: 2,
        accepted: 1,
        rejected: 1,
        new: 1,
        byCode: { UNKNOWN_EMPLOYEE: 1 },
      });
      expect(await apply(ctx, batch.id, {})).toMatchObject({
        ok: false,
        error: { code: 'needs-confirmation' },
      });
      expect(await apply(ctx, batch.id)).toMatchObject({ ok: true, value: { changes: 1 } });
    }));

  test('again changes nothing; a whole sheet takes off who is absent, and a later one takes them up again', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      const both = learnerSheet({}, { employeeNumber: '20100001' });
      await importText(ctx, someLearners, both);
      expect(await preview(ctx, someLearners, both)).toMatchObject({ changes: 0, counts: { unchanged: 2 } });
      await importText(ctx, allLearners, learnerSheet({ weeklyReleaseMinutes: '15' }));
      expect(
        (await heldLearners(ctx)).map(({ employeeNumber, weeklyReleaseMinutes, version }) => [
          employeeNumber,
          weeklyReleaseMinutes,
          version,
        ]),
      ).toEqual([['20100000', 900, 2]]);
      const back = await importText(ctx, someLearners, both);
      expect(back.counts).toMatchObject({ new: 1, changed: 1 });
      expect(
        (await heldLearners(ctx)).map(({ employeeNumber, version }) => [employeeNumber, version]),
      ).toEqual([
        ['20100000', 3],
        ['20100001', 3],
      ]);
    }));

  test('a refused row never takes its learner off, even when its stage cannot be read', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      await importText(ctx, someLearners, learnerSheet({}, { employeeNumber: '20100001' }));
      const batch = await preview(
        ctx,
        allLearners,
        learnerSheet({}, { employeeNumber: '20100001', stage: 'PhD' }),
      );
      expect(batch.counts).toMatchObject({ unchanged: 1, rejected: 1, leavers: 0 });
    }));

  test('one person may take two stages', () =>
    inTrust(async (ctx) => {
      await importText(ctx, wholeStaff, staff);
      await importText(
        ctx,
        someLearners,
        learnerSheet(
          {
            status: 'Qualified',
            qualifiedOn: '01/08/2026',
            startedOn: '22/09/2025',
            intakeMonth: 'September 2025',
          },
          { stage: 'PGDip' },
        ),
      );
      expect((await heldLearners(ctx)).map(({ stage, status }) => [stage, status])).toEqual([
        ['pgcert', 'qualified'],
        ['pgdip', 'enrolled'],
      ]);
    }));
});

describe('importing in one go, for samples', () => {
  test('is the same import, and one refused row refuses the file', () =>
    inTrust(async (ctx) => {
      expect(
        await importNow(ctx, wholeStaff, staffFile([person(0), person(1, { fteE5: 'x' })])),
      ).toMatchObject({ ok: false, error: { code: 'needs-confirmation' } });
      expect(await importNow(ctx, wholeStaff, 'nothing')).toMatchObject({
        ok: false,
        error: { code: 'bad-input' },
      });
      expect(await importNow(ctx, wholeStaff, staffFile([person(0)]))).toMatchObject({
        ok: true,
        value: { changes: 1 },
      });
      expect(await importNow(ctx, someTeams, teamSheet(stressWard))).toMatchObject({ ok: true });
      expect(await importNow(ctx, someLearners, learnerSheet({}))).toMatchObject({ ok: true });
    }));
});
