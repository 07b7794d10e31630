import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { ReadinessRow } from '../learners/record-readiness-register.ts';
import { randomFor, type Random } from './random.ts';

/** From then on the sample's courses teach the third revision. */
const thirdRevisionFrom = asPlainDate('2025-07-23');

export type ReadinessPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  /** Employee numbers on a delegation log: whoever is named was signed off before. */
  readonly named: ReadonlySet<string>;
  readonly leavers: ReadonlyMap<string, PlainDate>;
};

/** The checklists of people who hold an award: most whole, some with a step to go, one in six not begun. */
export function generateReadiness(plan: ReadinessPlan, learners: readonly LearnerRow[]): ReadinessRow[] {
  const random = randomFor(plan.seed, 'readiness');
  const qualified = learners.flatMap(({ status, employeeNumber }) =>
    status === 'qualified' && !plan.leavers.has(employeeNumber) ? [employeeNumber] : [],
  );
  return [...new Set(qualified)].sort().flatMap((employeeNumber) => {
    const named = plan.named.has(employeeNumber);
    return named || random.chance(5 / 6) ? [checklist(employeeNumber, named, plan.dataCut, random)] : [];
  });
}

function checklist(employeeNumber: string, named: boolean, dataCut: PlainDate, random: Random): ReadinessRow {
  const trainingOn = addDays(dataCut, -random.whole(60, 1_250));
  const signedOff = random.chance(0.4) || named;
  const agreed = random.chance(0.5) || named;
  return {
    employeeNumber,
    assessedRoute: null,
    trainingOn,
    trainingVersion: trainingOn < thirdRevisionFrom ? 'E6(R2)' : 'E6(R3)',
    signedOffOn: signedOff ? addDays(dataCut, -random.whole(20, 400)) : null,
    timeAgreedOn: agreed ? addDays(dataCut, -random.whole(15, 300)) : null,
    weeklyMinutes: agreed ? random.pick([120, 225, 450]) : null,
  };
}
