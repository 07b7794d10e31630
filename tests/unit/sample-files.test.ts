import { describe, expect, it } from 'vitest';
import { checkFile } from '../../server/imports/check-file.ts';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { filesOf, sampleFiles } from '../../server/sample/sample-files.ts';
import { sampleDataCut, sampleTrusts, trustPlans } from '../../server/sample/trust-plans.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { FileCheck } from '../../shared/imports/check-records.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The check of one file; a refusal of the whole file fails the test with its reason. */
function checked(kind: ImportKind, csv: string) {
  const check: FileCheck<unknown> = checkFile(kind, encode(csv), sampleDataCut);
  if (!check.ok) throw new Error(check.refusal.reason);
  return check;
}

type Checked = ReturnType<typeof checked>;

/** Counts of a check, with each refusal in words and how many warnings of each code there are. */
function summary({ records, fileWarnings }: Checked) {
  const warned = [...fileWarnings, ...records.flatMap((record) => record.warned)];
  return {
    records: records.length,
    accepted: records.filter(({ row }) => row !== null).length,
    rejected: records.flatMap(({ refused }) => refused),
    warnings: Object.fromEntries(
      [...new Set(warned.map(({ code }) => code))].map((code) => [
        code,
        warned.filter((one) => one.code === code).length,
      ]),
    ),
  };
}

describe.each(sampleTrusts)('files of the %s sample trust', (name) => {
  const plan = trustPlans[name];
  const trust = generateTrust(plan);
  const files = filesOf(trust);

  it('the same seed gives the same letters', () => {
    expect(sampleFiles(name)).toEqual(files);
  });

  it('another seed gives other people in the same teams', () => {
    const other = generateTrust({ ...plan, seed: `${plan.seed} again` });
    expect(other.teams.map((team) => team.name)).toEqual(trust.teams.map((team) => team.name));
    expect(filesOf(other).staffCsv).not.toBe(files.staffCsv);
  });

  it('no row of the staff file is refused, and only doctors differ from 37.5 hours', () => {
    const { records, accepted, rejected, warnings } = summary(checked('staff', files.staffCsv));
    expect({ records, accepted, rejected }).toEqual({
      records: trust.staff.length,
      accepted: trust.staff.length,
      rejected: [],
    });
    const doctors = trust.staff.filter((row) => row.staffGroup === 'Medical and Dental');
    expect(warnings).toEqual({ FTE_HOURS_DISAGREE: doctors.filter((row) => row.hours > 12).length });
  });

  it('every row of the team sheet is read back as it was made', () => {
    const check = checked('teams', files.teamCsv);
    expect(summary(check)).toMatchObject({ rejected: [], warnings: {} });
    expect(check.records.map(({ row }) => row)).toEqual(trust.teams);
  });

  it('every row of the learner sheet is read back as it was made', () => {
    const check = checked('learners', files.learnerCsv);
    const notKnown = trust.learners.filter(
      (row) => row.weeklyReleaseMinutes === null && row.statedReleaseMinutes === null,
    );
    expect(summary(check).rejected).toEqual([]);
    expect(summary(check).warnings).toEqual(
      notKnown.length === 0 ? {} : { RELEASE_NOT_KNOWN: notKnown.length },
    );
    expect(check.records.map(({ row }) => row)).toEqual(trust.learners);
  });
});
