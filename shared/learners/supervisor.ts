import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

export const supervisorKinds = ['internal', 'external'] as const;

export type SupervisorKind = (typeof supervisorKinds)[number];

export const supervisorKindNames: Readonly<Record<SupervisorKind, string>> = {
  internal: 'Employed by the trust',
  external: 'From outside the trust',
};

export const letters = ['honorary-contract', 'letter-of-access'] as const;

/** What lets somebody from outside work in the trust. */
export type Letter = (typeof letters)[number];

export const letterNames: Readonly<Record<Letter, string>> = {
  'honorary-contract': 'Honorary contract',
  'letter-of-access': 'Letter of access',
};

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const text = (most: number) => z.string().trim().min(1).max(most);

/** A supervisor as recorded; `null` is not known, or none. */
export const supervisorSchema = z.strictObject({
  name: text(120),
  kind: z.enum(supervisorKinds),
  employer: text(120).nullable(),
  letter: z.enum(letters).nullable(),
  letterExpires: day.nullable(),
  /** Learners at one time. */
  slots: z.int().min(0).max(50),
  activeFrom: day,
  activeTo: day.nullable(),
});

export type SupervisorFields = z.infer<typeof supervisorSchema>;

export type Supervisor = SupervisorFields & { readonly id: string; readonly version: number };

/** Everything of a supervisor that cannot be true, in sentences that say what to do; empty when all can. */
export function faultsOfSupervisor(supervisor: SupervisorFields): string[] {
  const { kind, employer, letter, letterExpires, activeFrom, activeTo } = supervisor;
  const external = kind === 'external';
  const fromOutside = employer !== null || letter !== null || letterExpires !== null;
  return [
    ...(external && employer === null ? ['Type the employer of a supervisor from outside.'] : []),
    ...(!external && fromOutside
      ? ['Only a supervisor from outside has an employer and a letter here.']
      : []),
    ...(letterExpires !== null && letter === null ? ['Say which letter expires on the day.'] : []),
    ...(activeTo !== null && activeTo < activeFrom ? ['The last active day lies before the first.'] : []),
  ];
}
