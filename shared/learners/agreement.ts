import type { PlainDate } from '../calendar/plain-date.ts';
import type { PriorLearning } from './eligibility.ts';
import type { Learner } from './learner.ts';

/** What employer and learner agreed besides the hours, which stand on the learner's row. `null` is not recorded. */
export type Agreement = {
  readonly coverPlan: string | null;
  readonly returnOfServiceMonths: number | null;
  readonly learnerSignedOn: PlainDate | null;
  readonly managerSignedOn: PlainDate | null;
  readonly researchSignedOn: PlainDate | null;
  readonly priorLearning: PriorLearning | null;
  /** Day on which the university accepted the person in spite of its usual entry rules, and what shows it. */
  readonly exceptionOn: PlainDate | null;
  readonly exceptionSource: string | null;
  /** The trust the learner belongs to, works at while studying, and will be named at: `null` is this trust. */
  readonly homeTrust: string | null;
  readonly hostTrust: string | null;
  readonly namedTrust: string | null;
};

/** An agreement of which nothing is recorded. */
export const noAgreement: Agreement = {
  coverPlan: null,
  returnOfServiceMonths: null,
  learnerSignedOn: null,
  managerSignedOn: null,
  researchSignedOn: null,
  priorLearning: null,
  exceptionOn: null,
  exceptionSource: null,
  homeTrust: null,
  hostTrust: null,
  namedTrust: null,
};

/** What the register still lacks of one learner, in the order in which it is asked for. */
export type MissingItem = 'hours' | 'supervisor' | 'fee' | 'manager-signature' | 'expected-return';

export const missingNames: Readonly<Record<MissingItem, string>> = {
  hours: 'Release hours',
  supervisor: 'Supervisor',
  fee: 'Fee',
  'manager-signature': 'Manager’s signature',
  'expected-return': 'Expected return',
};

type Asked = {
  readonly learner: Learner;
  readonly hoursKnown: boolean;
  readonly managerSignedOn: PlainDate | null;
};

/** What is missing; a stage that is over lacks nothing any more. */
export function missingOf({ learner, hoursKnown, managerSignedOn }: Asked): readonly MissingItem[] {
  const { status } = learner;
  if (status === 'withdrawn' || status === 'qualified') return [];
  const early = status === 'interested';
  const lacks: readonly (readonly [MissingItem, boolean])[] = [
    ['hours', !early && !hoursKnown],
    ['supervisor', !early && learner.supervisor === null],
    ['fee', !early && status !== 'applied' && (learner.feePence ?? learner.own?.feePence ?? null) === null],
    ['manager-signature', !early && managerSignedOn === null],
    ['expected-return', status === 'interrupted' && learner.returnsOn === null],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([item]) => item);
}
