import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { phaseOf, type LearnerStatus } from '../../shared/learners/status.ts';
import { standingOn, type PersonCredential } from '../../shared/programmes/person-credential.ts';
import type { LearnerOfPerson } from '../learners/read.ts';

/** Somebody who holds a credential, held it until it expired, or studies for it. */
export type Holder = {
  readonly credential: string;
  readonly personId: string;
  readonly state: 'holds' | 'studies' | 'expired';
};

/** How many people, each once, by credential. */
export type HolderCount = {
  readonly credential: string;
  readonly holds: number;
  readonly studies: number;
  readonly expired: number;
};

const onCourse: readonly LearnerStatus[] = ['enrolled', 'interrupted'];

/** Awards of the framework are on the learner register: who passed holds the stage, who is on course studies for it. */
function ofRegister({ personId, stage, status }: LearnerOfPerson): Holder[] {
  if (stage === 'none') return [];
  const credential = `framework:${stage}`;
  if (status === 'qualified') return [{ credential, personId, state: 'holds' }];
  return onCourse.includes(status) && phaseOf(status) !== 'past'
    ? [{ credential, personId, state: 'studies' }]
    : [];
}

function ofRow(row: PersonCredential, today: PlainDate): Holder[] {
  const { credential, personId } = row;
  if (credential === null) return [];
  const standing = standingOn(row, today);
  if (standing === 'ended') return [];
  const states = { current: 'holds', expired: 'expired', studying: 'studies' } as const;
  return [{ credential, personId, state: states[standing] }];
}

/** Who has what, by register and by what is recorded of people; each person once a credential, at the best they have. */
export function holdersOf(
  learners: readonly LearnerOfPerson[],
  rows: readonly PersonCredential[],
  today: PlainDate,
): readonly Holder[] {
  const all = [...learners.flatMap(ofRegister), ...rows.flatMap((row) => ofRow(row, today))];
  const best = new Map<string, Holder>();
  const rank = { holds: 0, studies: 1, expired: 2 } as const;
  for (const holder of all) {
    const key = `${holder.credential} ${holder.personId}`;
    const held = best.get(key);
    if (held === undefined || rank[holder.state] < rank[held.state]) best.set(key, holder);
  }
  return [...best.values()];
}

export function countHolders(holders: readonly Holder[]): readonly HolderCount[] {
  const credentials = [...new Set(holders.map(({ credential }) => credential))];
  return credentials.map((credential) => {
    const count = (state: Holder['state']): number =>
      holders.filter((holder) => holder.credential === credential && holder.state === state).length;
    return { credential, holds: count('holds'), studies: count('studies'), expired: count('expired') };
  });
}
