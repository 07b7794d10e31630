import {
  decide,
  finding,
  notDeferred,
  offerHeld,
  profession,
  stageBefore,
  type Applicant,
  type Eligibility,
  type Finding,
} from '../learners/eligibility.ts';
import { stageNumber } from '../programmes/stages.ts';
import type { BursaryRound, BursaryRules } from './bursary-rules.ts';

function byProfession(rules: BursaryRules, applicant: Applicant): Finding | null {
  const doctor = applicant.staffGroup === 'Medical and Dental';
  if (doctor && !rules.doctorsExcluded)
    return finding('profession', 'eligible', 'Doctors and dentists are paid in this round.');
  return rules.regulatedOnly || (doctor && rules.doctorsExcluded) ? profession(applicant) : null;
}

/** A stage begun again after it was left is a re-take. */
function retake(rules: BursaryRules, { stage, otherStages }: Applicant): Finding | null {
  if (rules.paysRetakes) return null;
  const before = otherStages.some((other) => other.stage === stage && other.status === 'withdrawn');
  return before
    ? finding('retake', 'not-by-default', 'Re-takes are not paid, and this stage was begun before.')
    : finding('retake', 'eligible', 'Not a re-take.');
}

function withinStages({ mostStages }: BursaryRules, { stage }: Applicant): Finding {
  const number = stage === 'none' ? null : stageNumber(stage);
  if (number === null) return finding('stages', 'not-by-default', 'Pays stages of the framework alone.');
  return number > mostStages
    ? finding('stages', 'not-by-default', `Pays the first ${mostStages} of the stages.`)
    : finding('stages', 'eligible', `One of the ${mostStages} stages it pays.`);
}

function findingsOf(rules: BursaryRules, applicant: Applicant): readonly Finding[] {
  return [
    byProfession(rules, applicant),
    rules.offerNeeded ? offerHeld(applicant) : null,
    rules.mayDefer ? null : notDeferred(applicant),
    rules.passBeforeNext ? stageBefore(applicant) : null,
    retake(rules, applicant),
    withinStages(rules, applicant),
  ].filter((found) => found !== null);
}

/**
 * May the bursary of a round pay this person's stage, rule by rule with the reason. A round whose rules are not known
 * answers "not known" for everybody: rules of another year are not taken for it until somebody copies them.
 */
export function bursaryEligibility(round: BursaryRound, applicant: Applicant): Eligibility {
  const { rules, academicYear, source, status } = round;
  const findings =
    rules === null
      ? [finding('rules', 'not-known', `The rules of ${academicYear} are not known.`)]
      : findingsOf(rules, applicant);
  const { answer, why } = decide(findings);
  const copied =
    round.copiedFrom === null ? '' : ` By the rules of ${round.copiedFrom}, taken as an assumption.`;
  return {
    of: 'nihr-bursary',
    name: 'NIHR bursary',
    answer,
    why: `${why}${copied}`,
    findings,
    source,
    status,
  };
}
