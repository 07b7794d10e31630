import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import type { SupervisorFields } from '../../shared/learners/supervisor.ts';
import type { ResearchRegister } from '../../shared/research/register.ts';
import type { RecruitmentRegister } from '../research/record-recruitment.ts';
import type { ReadinessRow } from '../learners/record-readiness-register.ts';
import { generateFunding, type SampleFunding } from './generate-funding.ts';
import { generateLearners } from './generate-learners.ts';
import { generateStaff } from './generate-staff.ts';
import { generateTeams } from './generate-teams.ts';
import { generateReadiness } from './generate-readiness.ts';
import { generateRecruitment } from './generate-recruitment.ts';
import { generateSupervisors } from './generate-supervisors.ts';
import type { StaffRow } from './staff-row.ts';
import { placeTeams } from './team-places.ts';
import { generateResearch } from './generate-research.ts';
import type { TrustPlan } from './trust-plans.ts';

/** A whole sample trust as values, before it is written as files. */
export type GeneratedTrust = {
  readonly staff: readonly StaffRow[];
  readonly teams: readonly TeamRow[];
  readonly learners: readonly LearnerRow[];
  readonly research: ResearchRegister;
  readonly recruitment: RecruitmentRegister;
  /** Empty where the trust keeps no checklists: then nobody's readiness is known. */
  readonly readiness: readonly ReadinessRow[];
  readonly supervisors: readonly SupervisorFields[];
  readonly funding: SampleFunding;
};

/** The same plan gives the same trust, to the letter. Staff come first, then learners, then teams that fit them. */
export function generateTrust(plan: TrustPlan): GeneratedTrust {
  const { seed, dataCut, organisation, places: learnerPlaces } = plan;
  const places = placeTeams(organisation, plan.odsCode, plan.firstCostCentre);
  const everybody = generateStaff({ ...plan, places });
  const tightTeams = new Set(organisation.filter(isTight).map(({ name }) => name));
  const { learners, named, leavers } = generateLearners(
    {
      seed,
      dataCut,
      careers: plan.careers,
      otherRoutes: plan.otherRoutes,
      places: learnerPlaces,
      tightTeams,
    },
    everybody,
  );
  const staff = withLeavers(everybody, leavers);
  const research = generateResearch({ seed, dataCut, ...plan.research }, staff, learners, named);
  return {
    staff,
    teams: generateTeams({ seed, dataCut, places }, staff, learners),
    learners,
    research,
    recruitment: generateRecruitment({ seed, dataCut, studies: research.studies }),
    readiness: plan.keepsChecklists
      ? generateReadiness({ seed, dataCut, named: numbersOf(research), leavers }, learners)
      : [],
    supervisors: generateSupervisors({ seed, dataCut }, learners),
    funding: generateFunding({
      seed,
      dataCut,
      learners,
      groupOf: new Map(staff.map(({ employeeNumber, staffGroup }) => [employeeNumber, staffGroup])),
      ...plan.funding,
    }),
  };
}

function isTight({ cover }: { readonly cover: string }): boolean {
  return cover === 'newly-short' || cover === 'short-after-cover';
}

function numbersOf({ entries }: ResearchRegister): ReadonlySet<string> {
  return new Set(entries.map(({ employeeNumber }) => employeeNumber));
}

/** People who left stay in the file with the last day they worked: their awards are part of the trust's history. */
function withLeavers(staff: readonly StaffRow[], leavers: ReadonlyMap<string, PlainDate>): StaffRow[] {
  return staff.map((row) => {
    const leavingDate = leavers.get(row.employeeNumber);
    return leavingDate === undefined ? row : { ...row, leavingDate };
  });
}
