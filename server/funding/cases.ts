import { firstDayOf, type Month } from '../../shared/calendar/month.ts';
import { academicYearOf, type AcademicYear } from '../../shared/calendar/years.ts';
import type { Award } from '../../shared/funding/award.ts';
import { bursaryEligibility } from '../../shared/funding/bursary-eligibility.ts';
import { roundOf, type HeldRound } from '../../shared/funding/bursary-rules.ts';
import type { BursaryCase } from '../../shared/funding/uptake.ts';
import { noAgreement, type Agreement } from '../../shared/learners/agreement.ts';
import type { Applicant } from '../../shared/learners/eligibility.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { bandOfPayScale } from '../../shared/staff/pay-scale.ts';
import type { Assignment, Person } from '../../shared/staff/staff.ts';
import type { LearnerOfPerson } from '../learners/read.ts';

/** The bursary's key among the sources. */
export const bursaryKey = 'nihr-bursary';

/** One person in one stage of a round, with who they are and why they are eligible or not. */
export type ShownCase = BursaryCase & {
  readonly name: string;
  readonly stage: Exclude<Learner['stage'], 'none'>;
  readonly intakeMonth: Month;
  readonly why: string;
};

/** The groups somebody is counted in; `null` where the staff file does not say. */
export type Grouping = {
  readonly profession: string | null;
  readonly band: string | null;
  /** Level 4 of the organisation in the staff file. */
  readonly site: string | null;
};

/** What cases are made from. */
export type CaseFacts = {
  readonly learners: readonly LearnerOfPerson[];
  readonly people: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Assignment>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly awards: readonly Award[];
  readonly rounds: readonly HeldRound[];
};

/** The round of a learner: the academic year the course starts in. */
export function roundOfLearner({ intakeMonth }: Pick<Learner, 'intakeMonth'>): AcademicYear {
  return academicYearOf(firstDayOf(intakeMonth));
}

function applicantOf(learner: LearnerOfPerson, facts: CaseFacts): Applicant {
  const agreement = facts.agreements.get(learner.id) ?? noAgreement;
  return {
    stage: learner.stage,
    intakeMonth: learner.intakeMonth,
    status: learner.status,
    staffGroup: facts.posts.get(learner.personId)?.staffGroup ?? null,
    registrationBody: facts.people.get(learner.personId)?.registrationBody ?? null,
    priorLearning: agreement.priorLearning,
    supervisor: learner.supervisor,
    employerSignedOn: agreement.managerSignedOn,
    exceptionOn: agreement.exceptionOn,
    otherStages: facts.learners
      .filter(({ personId, id }) => personId === learner.personId && id !== learner.id)
      .flatMap(({ stage, status }) => (stage === 'none' ? [] : [{ stage, status }])),
  };
}

/** An offer of a place is held, or was before the course began. */
function hadPlace({ status, startedOn }: Learner): boolean {
  return startedOn !== null || !['interested', 'applied', 'withdrawn'].includes(status);
}

/** Everybody on the framework, one case for each stage, by round. */
export function casesOf(facts: CaseFacts): readonly ShownCase[] {
  return facts.learners.flatMap((learner): ShownCase[] => {
    const { id, stage, intakeMonth, feePence } = learner;
    if (learner.route !== 'framework' || stage === 'none') return [];
    const round = roundOfLearner(learner);
    const { answer, why } = bursaryEligibility(roundOf(facts.rounds, round), applicantOf(learner, facts));
    const award = facts.awards.find(
      ({ learnerId, sourceKey }) => learnerId === id && sourceKey === bursaryKey,
    );
    return [
      {
        learnerId: id,
        name: `${learner.firstName} ${learner.lastName}`,
        stage,
        intakeMonth,
        round: award?.round ?? round,
        eligible: answer,
        why,
        placeOffered: hadPlace(learner),
        award: award ?? null,
        feePence,
      },
    ];
  });
}

/** Profession, band and site of a learner, from the first post on the day of the data. */
export function groupingOf(personId: string, { posts }: Pick<CaseFacts, 'posts'>): Grouping {
  const post = posts.get(personId);
  if (post === undefined) return { profession: null, band: null, site: null };
  const band = bandOfPayScale(post.payScale);
  return {
    profession: post.staffGroup,
    band: band === null ? 'Not on Agenda for Change' : `Band ${band}`,
    site: post.orgL4,
  };
}
