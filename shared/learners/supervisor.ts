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

/** Terms of the academic year, by the months of the calendar in which they begin. */
export const terms = ['autumn', 'spring', 'summer'] as const;

export type Term = (typeof terms)[number];

export const termNames: Readonly<Record<Term, string>> = {
  autumn: 'Autumn term, September to December',
  spring: 'Spring term, January to April',
  summer: 'Summer term, May to August',
};

/** The term a month of the calendar, 1 to 12, lies in. */
export function termOfMonth(monthNumber: number): Term {
  if (monthNumber >= 9) return 'autumn';
  return monthNumber <= 4 ? 'spring' : 'summer';
}

const slotsAtOnce = z.int().min(0).max(50);

/** Slots of a term where they differ from the usual; `null` is as usual. */
export type TermSlots = Readonly<Record<Term, number | null>>;

export const usualSlots: TermSlots = { autumn: null, spring: null, summer: null };

/** A supervisor as recorded; `null` is not known, or none. */
export const supervisorSchema = z.strictObject({
  name: text(120),
  kind: z.enum(supervisorKinds),
  employer: text(120).nullable(),
  letter: z.enum(letters).nullable(),
  letterExpires: day.nullable(),
  /** Learners at one time, usually. */
  slots: slotsAtOnce,
  termSlots: z
    .strictObject({
      autumn: slotsAtOnce.nullable(),
      spring: slotsAtOnce.nullable(),
      summer: slotsAtOnce.nullable(),
    })
    .default(usualSlots),
  activeFrom: day,
  activeTo: day.nullable(),
});

export type SupervisorFields = z.infer<typeof supervisorSchema>;

export type Supervisor = SupervisorFields & { readonly id: string; readonly version: number };

/** Everything of a supervisor that cannot be true, in sentences that say what to do; empty when all can. */
export function faultsOfSupervisor(supervisor: Omit<SupervisorFields, 'termSlots'>): string[] {
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
