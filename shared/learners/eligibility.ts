import { firstDayOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { academicYearOf } from '../calendar/years.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import { fundingSources, type FundingSource } from '../programmes/funding-sources.ts';
import { stageNames, stageNumber, stages, type Stage } from '../programmes/stages.ts';
import { isRegisteredGroup, type StaffGroup } from '../staff/staff.ts';
import type { LearnerStatus } from './status.ts';

export const eligibilityAnswers = ['eligible', 'not-by-default', 'not-known'] as const;

export type EligibilityAnswer = (typeof eligibilityAnswers)[number];

export const eligibilityNames: Readonly<Record<EligibilityAnswer, string>> = {
  eligible: 'Eligible',
  'not-by-default': 'Not by default',
  'not-known': 'Not known',
};

/** What was learnt before a course: a first degree, experience the university takes for one, or neither. */
export const priorLearnings = ['degree', 'equivalent', 'none'] as const;

export type PriorLearning = (typeof priorLearnings)[number];

/** What the register and the staff file know of a person who asks for a stage; `null` is not known. */
export type Applicant = {
  readonly stage: Stage | 'none';
  readonly intakeMonth: Month;
  readonly status: LearnerStatus;
  /** `null`: not in post on the day. */
  readonly staffGroup: StaffGroup | null;
  readonly registrationBody: string | null;
  readonly priorLearning: PriorLearning | null;
  readonly supervisor: string | null;
  /** Day the manager signed for the release. */
  readonly employerSignedOn: PlainDate | null;
  /** Day the university accepted the person in spite of its usual rules. */
  readonly exceptionOn: PlainDate | null;
  /** How each other stage of the person ended or stands. */
  readonly otherStages: readonly { readonly stage: Stage; readonly status: LearnerStatus }[];
};

export type Finding = {
  readonly key: string;
  readonly answer: EligibilityAnswer;
  /** The reason, one sentence. */
  readonly why: string;
};

/** An answer with its reasons, its rules' year and where they are from. */
export type Eligibility = {
  readonly of: string;
  readonly name: string;
  readonly answer: EligibilityAnswer;
  readonly why: string;
  readonly findings: readonly Finding[];
  readonly source: string;
  readonly status: ParameterStatus;
};

/** The entry rules as far as they were found: one university publishes them, and they stand for all until entered. */
export const programmeRules = {
  from: '2026/27',
  source:
    'King’s College London, entry requirements of Clinical Research Delivery; those of the other three universities were not found',
  status: 'unverified',
} as const;

/** One rule's answer with its reason. */
export function finding(key: string, answer: EligibilityAnswer, why: string): Finding {
  return { key, answer, why };
}

function registration({ staffGroup, registrationBody, priorLearning }: Applicant): Finding {
  const key = 'registration';
  if (registrationBody !== null)
    return finding(key, 'eligible', `Registered with a regulator (${registrationBody}).`);
  if (staffGroup !== null && isRegisteredGroup(staffGroup))
    return finding(
      key,
      'not-known',
      'Works in a registered profession; the registration is not in the staff file.',
    );
  return priorLearning === 'none'
    ? finding(key, 'not-by-default', 'No professional registration and no degree or equivalent.')
    : finding(
        key,
        'not-known',
        'No registration; two years in a research role would do, and are not recorded.',
      );
}

function learning({ priorLearning }: Applicant): Finding {
  const key = 'prior-learning';
  if (priorLearning === null)
    return finding(key, 'not-known', 'Whether a degree or equivalent is held is not recorded.');
  return priorLearning === 'none'
    ? finding(key, 'not-by-default', 'No degree or equivalent; the university may make an exception.')
    : finding(
        key,
        'eligible',
        priorLearning === 'degree' ? 'Holds a degree.' : 'Experience taken for a degree.',
      );
}

function employment({ staffGroup }: Applicant): Finding {
  return staffGroup === null
    ? finding(
        'employment',
        'not-by-default',
        'Not in post here on this day; the course asks for a UK healthcare employer.',
      )
    : finding('employment', 'eligible', 'Employed here.');
}

function supervision({ supervisor }: Applicant): Finding {
  return supervisor === null
    ? finding('supervisor', 'not-known', 'No supervisor is recorded yet; the course asks for one by name.')
    : finding('supervisor', 'eligible', 'A supervisor is recorded.');
}

function support({ employerSignedOn }: Applicant): Finding {
  return employerSignedOn === null
    ? finding('employer-support', 'not-known', 'The manager has not signed for the release yet.')
    : finding('employer-support', 'eligible', 'The manager has signed for the release.');
}

/** The worst of the findings decides: one "not by default", else one "not known". */
export function decide(findings: readonly Finding[]): {
  readonly answer: EligibilityAnswer;
  readonly why: string;
} {
  const worst =
    findings.find(({ answer }) => answer === 'not-by-default') ??
    findings.find(({ answer }) => answer === 'not-known');
  return worst ?? { answer: 'eligible', why: 'Meets every rule that is recorded.' };
}

/** May the person take the stage, as far as is recorded; a university's own exception overrides its usual rules. */
export function programmeEligibility(applicant: Applicant): Eligibility {
  const findings = [registration, learning, employment, supervision, support].map((rule) => rule(applicant));
  const { exceptionOn } = applicant;
  const waived = findings.filter(
    ({ key }) => exceptionOn === null || (key !== 'registration' && key !== 'prior-learning'),
  );
  const decided = decide(waived);
  const why =
    exceptionOn !== null && decided.answer === 'eligible'
      ? `The university made an exception on ${exceptionOn}.`
      : decided.why;
  const { source, status } = programmeRules;
  return { of: 'programme', name: 'The programme', answer: decided.answer, why, findings, source, status };
}

/** A course offer is held. */
export function offerHeld(applicant: Applicant): Finding {
  const before = applicant.status === 'interested' || applicant.status === 'applied';
  return before
    ? finding('offer', 'not-known', 'No course offer is held yet, and this source asks for one.')
    : finding('offer', 'eligible', 'A course offer was held.');
}

/** A regulated profession, and no doctor or dentist. */
export function profession({ staffGroup, registrationBody }: Applicant): Finding {
  const key = 'profession';
  if (staffGroup === 'Medical and Dental')
    return finding(key, 'not-by-default', 'Doctors and dentists are excluded.');
  if (registrationBody !== null) return finding(key, 'eligible', 'A regulated health or care professional.');
  return staffGroup !== null && isRegisteredGroup(staffGroup)
    ? finding(key, 'not-known', 'A registered profession; the registration is not in the staff file.')
    : finding(key, 'not-by-default', 'For regulated health and care professionals only.');
}

/** The course is not interrupted. */
export function notDeferred({ status }: Applicant): Finding {
  return status === 'interrupted'
    ? finding('deferral', 'not-by-default', 'It cannot be deferred, and the course is interrupted.')
    : finding('deferral', 'eligible', 'Nothing is deferred.');
}

/** The stage before this one is passed. */
export function stageBefore({ stage, otherStages }: Applicant): Finding {
  const key = 'stage-by-stage';
  const before = stage === 'none' ? undefined : stages[stageNumber(stage) - 2];
  if (before === undefined) return finding(key, 'eligible', 'The first stage needs no stage before it.');
  const held = otherStages.filter((other) => other.stage === before);
  const name = stageNames[before];
  if (held.some(({ status }) => status === 'qualified'))
    return finding(key, 'eligible', `Holds the ${name}.`);
  return held.length === 0
    ? finding(key, 'not-known', `Whether the ${name} is held is not on the register.`)
    : finding(key, 'not-by-default', `The ${name} must be passed before this stage is funded.`);
}

/** The rules about the person, by source; a source that is not here has none recorded. */
const personRules: Readonly<Record<string, readonly ((applicant: Applicant) => Finding)[]>> = {
  'nihr-bursary': [profession, notDeferred, stageBefore, offerHeld],
};

function byItsMoney({ fees, status }: FundingSource): Finding {
  const key = 'fees';
  if (fees === 'does-not-pay') return finding(key, 'not-by-default', 'Does not pay fees.');
  if (fees === 'by-its-terms')
    return finding(key, 'not-known', 'Pays by its own terms: ask whoever holds the money.');
  return status === 'published'
    ? finding(key, 'eligible', 'Pays fees, and not cover.')
    : finding(key, 'not-known', 'Pays fees by usual practice: confirm with whoever holds the money.');
}

function yearInWords({ academicYear }: FundingSource, applicant: Applicant): string {
  const year = academicYearOf(firstDayOf(applicant.intakeMonth));
  return academicYear === null || academicYear === year
    ? ''
    : ` By the rules of ${academicYear}, the latest found; confirm those of ${year}.`;
}

/** May one source pay this person's fee, with the rules that say so and the year they are of. */
export function fundingEligibility(source: FundingSource, applicant: Applicant): Eligibility {
  const rules = personRules[source.id] ?? [];
  const findings = [byItsMoney(source), ...rules.map((rule) => rule(applicant))];
  const { answer, why } = decide(findings);
  return {
    of: source.id,
    name: source.name,
    answer,
    why: `${why}${yearInWords(source, applicant)}`,
    findings,
    source: source.source,
    status: source.status,
  };
}

/** Every source of the catalogue for one person. */
export function fundingEligibilities(applicant: Applicant): readonly Eligibility[] {
  return fundingSources.map((source) => fundingEligibility(source, applicant));
}
