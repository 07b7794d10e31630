import { learnerStatuses, statusFacts, type LearnerStatus } from './status.ts';

/** Where one person stands on the way to a role: the statuses of a stage, then ready to act, then named. */
export const lifecycleStates = [...learnerStatuses, 'ready', 'named'] as const;

export type LifecycleState = (typeof lifecycleStates)[number];

export const stateNames: Readonly<Record<LifecycleState, string>> = {
  interested: statusFacts.interested.name,
  applied: statusFacts.applied.name,
  offered: statusFacts.offered.name,
  funded: statusFacts.funded.name,
  enrolled: statusFacts.enrolled.name,
  interrupted: statusFacts.interrupted.name,
  withdrawn: statusFacts.withdrawn.name,
  qualified: statusFacts.qualified.name,
  ready: 'Ready to act',
  named: 'Named',
};

/** What a move asks for. The first four are typed with the move; the others must be on the register already. */
export const moveNeeds = [
  'date',
  'reason',
  'evidence',
  'expected-return',
  'funding-source',
  'supervisor',
  'hours',
  'assessed-route',
  'training',
  'sign-off',
  'time-agreed',
] as const;

export type MoveNeed = (typeof moveNeeds)[number];

/** Reasons for leaving a course or pausing it, as codes: free text could say more about somebody than is needed. */
export const reasonNames = {
  'no-offer': 'The university made no offer',
  'not-funded': 'No funding',
  'no-supervisor': 'No supervisor',
  'release-not-kept': 'Release could not be kept',
  'parental-leave': 'Parental leave',
  'long-absence': 'Long absence',
  workload: 'Workload',
  'not-passed': 'Stage not passed',
  'left-trust': 'Left the trust',
  personal: 'Personal reasons',
  other: 'Another reason',
} as const;

export type MoveReason = keyof typeof reasonNames;

export const moveReasons = Object.keys(reasonNames) as readonly MoveReason[];

export function isMoveReason(text: unknown): text is MoveReason {
  return moveReasons.some((reason) => reason === text);
}

/** `register`: written to the learner's row. `readiness`: follows from the checklist. `log`: read from delegation logs. */
export type MoveSource = 'register' | 'readiness' | 'log';

type MoveFacts = {
  readonly name: string;
  readonly from: readonly LifecycleState[];
  readonly to: LifecycleState;
  readonly needs: readonly MoveNeed[];
  readonly reasons: readonly MoveReason[];
  readonly by: MoveSource;
};

const onTheRegister = { by: 'register', reasons: [] } as const;
const planned: readonly LearnerStatus[] = ['interested', 'applied', 'offered', 'funded'];
const notNamed = lifecycleStates.filter((state) => state !== 'named');

/** The one table of the lifecycle: interface, server and tests read what may follow what from here. */
export const moves = {
  apply: { ...onTheRegister, name: 'Applied', from: ['interested'], to: 'applied', needs: ['date'] },
  offer: { ...onTheRegister, name: 'Offered a place', from: ['applied'], to: 'offered', needs: ['date'] },
  fund: {
    ...onTheRegister,
    name: 'Funding confirmed',
    from: ['offered'],
    to: 'funded',
    needs: ['date', 'funding-source'],
  },
  enrol: {
    ...onTheRegister,
    name: 'Enrolled',
    from: ['offered', 'funded'],
    to: 'enrolled',
    needs: ['date', 'supervisor', 'hours'],
  },
  interrupt: {
    by: 'register',
    name: 'Interrupt the course',
    from: ['enrolled'],
    to: 'interrupted',
    needs: ['date', 'reason', 'expected-return'],
    reasons: [
      'parental-leave',
      'long-absence',
      'workload',
      'release-not-kept',
      'no-supervisor',
      'personal',
      'other',
    ],
  },
  return: {
    ...onTheRegister,
    name: 'Back from interruption',
    from: ['interrupted'],
    to: 'enrolled',
    needs: ['date'],
  },
  withdraw: {
    by: 'register',
    name: 'Withdrawn',
    from: [...planned, 'enrolled', 'interrupted'],
    to: 'withdrawn',
    needs: ['date', 'reason'],
    reasons: moveReasons,
  },
  qualify: {
    ...onTheRegister,
    name: 'Qualified',
    from: ['enrolled'],
    to: 'qualified',
    needs: ['date', 'evidence'],
  },
  'make-ready': {
    by: 'readiness',
    name: 'Ready to act',
    from: learnerStatuses,
    to: 'ready',
    needs: ['assessed-route', 'training', 'sign-off', 'time-agreed'],
    reasons: [],
  },
  name: { by: 'log', name: 'Named', from: notNamed, to: 'named', needs: [], reasons: [] },
} as const satisfies Readonly<Record<string, MoveFacts>>;

export type MoveId = keyof typeof moves;

export const moveIds = Object.keys(moves) as readonly MoveId[];

/** The moves that somebody records on the register; ready and named follow from other records. */
export type RegisterMove = {
  [K in MoveId]: (typeof moves)[K]['by'] extends 'register' ? K : never;
}[MoveId];

export const registerMoves = moveIds.filter((id): id is RegisterMove => moves[id].by === 'register');

export function isRegisterMove(text: unknown): text is RegisterMove {
  return registerMoves.some((id) => id === text);
}

/** A move by its id with the wide types of the table, for code that takes any of them. */
export function moveFacts(id: MoveId): MoveFacts {
  return moves[id];
}

/** What may be recorded for somebody in a state, in the order of the table. */
export function movesFrom(state: LifecycleState): readonly RegisterMove[] {
  return registerMoves.filter((id) => moveFacts(id).from.includes(state));
}

/** What the other records say of the person: the readiness checklist and the delegation log. */
export type Standing = { readonly ready: boolean; readonly named: boolean };

/**
 * The state of one row of the register. Ready and named follow on an award; somebody who is ready by another route and
 * still studies stays enrolled here, since a row is one stage.
 */
export function lifecycleStateOf(status: LearnerStatus, { ready, named }: Standing): LifecycleState {
  if (status !== 'qualified') return status;
  if (named) return 'named';
  return ready ? 'ready' : status;
}
