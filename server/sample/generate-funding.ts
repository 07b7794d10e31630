import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  asAcademicYear,
  financialYearOf,
  lastDayOfFinancialYear,
  nextFinancialYear,
} from '../../shared/calendar/years.ts';
import type { AwardFields } from '../../shared/funding/award.ts';
import { rulesOf2024, type RoundFields } from '../../shared/funding/bursary-rules.ts';
import type { SourceTerms } from '../../shared/funding/source.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { isRegisteredGroup, type StaffGroup } from '../../shared/staff/staff.ts';
import { randomFor, type Random } from './random.ts';

/** What of the money for courses one sample trust has on record, by employee number: nobody has an id yet. */
export type SampleFunding = {
  readonly sources: readonly SourceTerms[];
  readonly rounds: readonly RoundFields[];
  readonly awards: readonly SampleAward[];
};

/** An award with the learner's row told by person, stage and intake. */
export type SampleAward = {
  readonly of: Pick<LearnerRow, 'employeeNumber' | 'stage' | 'intakeMonth'>;
  readonly award: Omit<AwardFields, 'learnerId'>;
};

type FundingPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly learners: readonly LearnerRow[];
  readonly groupOf: ReadonlyMap<string, StaffGroup>;
  /** Pounds of the continuing professional development money of a year, and of the capability funding. */
  readonly cpdPounds: number;
  readonly capabilityPounds: number;
};

type Steps = Pick<AwardFields, 'appliedOn' | 'offeredOn' | 'acceptedOn' | 'paidOn' | 'lost' | 'lostOn'>;

const noSteps: Steps = {
  appliedOn: null,
  offeredOn: null,
  acceptedOn: null,
  paidOn: null,
  lost: null,
  lostOn: null,
};

/** Days of a round before a course that starts in the autumn of a year. */
function daysOfRound(year: number) {
  const day = (text: string): PlainDate => asPlainDate(`${year}-${text}`);
  return {
    opensOn: day('04-07'),
    closesOn: day('06-12'),
    offersOn: day('07-17'),
    acceptBy: day('07-31'),
    paidOn: day('10-15'),
  };
}

function yearOf({ intakeMonth }: Pick<LearnerRow, 'intakeMonth'>): number {
  return Number(intakeMonth.slice(0, 4));
}

/** Applied in the window, offered, accepted and, once the course has begun, paid. */
function wholeWay(year: number, dataCut: PlainDate, random: Random): Steps {
  const { closesOn, offersOn, paidOn } = daysOfRound(year);
  return {
    ...noSteps,
    appliedOn: addDays(closesOn, -random.whole(2, 40)),
    offeredOn: addDays(offersOn, random.whole(0, 6)),
    acceptedOn: addDays(offersOn, random.whole(7, 13)),
    paidOn: paidOn <= dataCut ? paidOn : null,
  };
}

/** Somebody whose fee the bursary does not pay, and how that came about. */
function wayLost(year: number, doctor: boolean, random: Random): Steps {
  const { closesOn, offersOn } = daysOfRound(year);
  if (doctor) return { ...noSteps, lost: 'not-eligible', lostOn: closesOn };
  const lost = random.weighted([
    ['not-applied', 34],
    ['late', 24],
    ['refused', 26],
    ['declined', 16],
  ] as const);
  if (lost === 'not-applied') return { ...noSteps, lost, lostOn: closesOn };
  if (lost === 'late')
    return { ...noSteps, appliedOn: addDays(closesOn, 9), lost, lostOn: addDays(closesOn, 12) };
  const appliedOn = addDays(closesOn, -random.whole(2, 30));
  const lostOn = addDays(offersOn, 5);
  return { ...noSteps, appliedOn, offeredOn: lost === 'declined' ? offersOn : null, lost, lostOn };
}

/** The bursary where the register says it pays; a loss where somebody else pays, or nobody; nothing before an offer. */
function awardOf(learner: LearnerRow, { dataCut, groupOf }: FundingPlan, random: Random): SampleAward | null {
  const { employeeNumber, stage, intakeMonth, startedOn, fundingSource, feePence } = learner;
  const group = groupOf.get(employeeNumber);
  if (learner.route !== 'framework' || startedOn === null || group === undefined) return null;
  const [year, doctor] = [yearOf(learner), group === 'Medical and Dental'];
  const holds = fundingSource === 'nihr-bursary' && feePence !== null && !doctor;
  if (!holds && !isRegisteredGroup(group)) return null;
  const steps = holds ? wholeWay(year, dataCut, random) : wayLost(year, doctor, random);
  const round = asAcademicYear(`${year}/${String((year + 1) % 100)}`);
  const award = {
    sourceKey: 'nihr-bursary',
    round,
    ...steps,
    amountPence: holds ? feePence : null,
    payee: holds ? ('university' as const) : null,
  };
  return { of: { employeeNumber, stage, intakeMonth }, award };
}

function usual(plan: FundingPlan): SourceTerms[] {
  const year = financialYearOf(plan.dataCut);
  return [year, nextFinancialYear(year)].flatMap((financialYear): SourceTerms[] => {
    const ends = lastDayOfFinancialYear(financialYear);
    const invented = {
      financialYear,
      spendBy: ends,
      claimDates: [],
      source: 'Invented letter of the sample trust',
    };
    return [
      {
        ...invented,
        key: 'cpd',
        name: 'Continuing professional development money',
        fees: 'pays',
        cover: 'does-not-pay',
        amountPence: plan.cpdPounds * 100,
        carriesForward: false,
        claimDates: [addDays(ends, -28)],
        payee: 'trust',
        fundingCode: 'CPD01',
      },
      {
        ...invented,
        key: 'research-capability-funding',
        name: 'Research Capability Funding',
        fees: 'does-not-pay',
        cover: 'pays',
        amountPence: plan.capabilityPounds * 100,
        carriesForward: null,
        payee: 'trust',
        fundingCode: 'RCF01',
      },
    ];
  });
}

/**
 * Rounds of the years learners came in before the data cut. Rules are those of the one year that was published, copied to
 * the years after it; those of the years before it, and of a round that has not begun, are not known.
 */
function roundsOf({ learners }: FundingPlan): RoundFields[] {
  const onFramework = learners.filter(({ route }) => route === 'framework');
  const started = new Set(onFramework.filter(({ startedOn }) => startedOn !== null).map(yearOf));
  const years = [...new Set(onFramework.map(yearOf))].sort();
  const copied = asAcademicYear('2024/25');
  return years.map((year) => {
    const { opensOn, closesOn, offersOn, acceptBy } = daysOfRound(year);
    const academicYear = asAcademicYear(`${year}/${String((year + 1) % 100)}`);
    const known = academicYear >= copied && started.has(year);
    const later = known && academicYear > copied;
    return {
      academicYear,
      rules: known ? rulesOf2024 : null,
      copiedFrom: later ? copied : null,
      opensOn,
      closesOn,
      offersOn,
      acceptBy,
      source: later ? 'Copied: the rules of this round were not found' : 'Invented days of the sample trust',
    };
  });
}

/** The money for courses of a sample trust, in step with what its learner register says. */
export function generateFunding(plan: FundingPlan): SampleFunding {
  const random = randomFor(plan.seed, 'funding');
  return {
    sources: usual(plan),
    rounds: roundsOf(plan),
    awards: plan.learners.flatMap((learner) => {
      const award = awardOf(learner, plan, random);
      return award === null ? [] : [award];
    }),
  };
}
