import { generateTrust, type GeneratedTrust } from './generate-trust.ts';
import { trustPlans, type SampleTrust } from './trust-plans.ts';
import { writeLearnerCsv } from './write-learner-csv.ts';
import { writeStaffCsv } from './write-staff-csv.ts';
import { writeTeamCsv } from './write-team-csv.ts';

/** The three files of a sample trust, as a person would upload them. */
export type SampleFiles = {
  readonly staffCsv: string;
  readonly teamCsv: string;
  readonly learnerCsv: string;
};

export function filesOf(generated: GeneratedTrust): SampleFiles {
  return {
    staffCsv: writeStaffCsv(generated.staff),
    teamCsv: writeTeamCsv(generated.teams),
    learnerCsv: writeLearnerCsv(generated.learners),
  };
}

/** The three files of one sample trust: the same letters each time. */
export function sampleFiles(trust: SampleTrust): SampleFiles {
  return filesOf(generateTrust(trustPlans[trust]));
}
