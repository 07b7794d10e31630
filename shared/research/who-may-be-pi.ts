import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { parameterStatuses } from '../parameters/types.ts';
import { studyTypes, type StudyType } from './study.ts';
import table from './who-may-be-pi.json' with { type: 'json' };

/** The registers of health professions that the rules speak of. */
export const registrationBodies = ['GMC', 'GDC', 'NMC', 'GPhC', 'GOC', 'HCPC'] as const;

export type RegistrationBody = (typeof registrationBodies)[number];

const fullNames: Readonly<Record<RegistrationBody, string>> = {
  GMC: 'General Medical Council',
  GDC: 'General Dental Council',
  NMC: 'Nursing and Midwifery Council',
  GPhC: 'General Pharmaceutical Council',
  GOC: 'General Optical Council',
  HCPC: 'Health and Care Professions Council',
};

const ruleSchema = z
  .strictObject({
    studyType: z.enum(studyTypes),
    effectiveFrom: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
    /** Registers whose members may lead; `null` where no list of professions applies. */
    bodies: z.array(z.enum(registrationBodies)).readonly().nullable(),
    rule: z.string().min(1),
    source: z.string().min(1),
    status: z.enum(parameterStatuses),
    note: z.string().min(1).optional(),
  })
  .readonly();

/** From its day on, who may be Principal Investigator of one type of study, by professional register. */
export type PiRule = z.infer<typeof ruleSchema>;

export const piRules: readonly PiRule[] = z.array(ruleSchema).parse(table);

/** The register a staff file names, by its letters or its full name; `null` for any other text or none. */
export function registrationBodyOf(text: string | null): RegistrationBody | null {
  const folded = text?.trim().toLowerCase() ?? '';
  return (
    registrationBodies.find(
      (body) => folded === body.toLowerCase() || folded === fullNames[body].toLowerCase(),
    ) ?? null
  );
}

/** The rule in force for a type of study on a day; `null` before the first. */
export function piRuleOn(studyType: StudyType, date: PlainDate, rules = piRules): PiRule | null {
  const inForce = rules.filter((rule) => rule.studyType === studyType && rule.effectiveFrom <= date);
  return inForce.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

/** Whether somebody may lead; `why` is there unless nothing speaks against it. A warning, never a refusal. */
export type PiAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'not-allowed' | 'not-known'; readonly why: string; readonly rule: PiRule | null };

/**
 * Whether somebody with a registration may be Principal Investigator of a type of study on a day.
 *
 * @param registration as the staff file has it; `null` when it holds none.
 */
export function mayBePi(
  studyType: StudyType | null,
  registration: string | null,
  date: PlainDate,
  rules = piRules,
): PiAnswer {
  if (studyType === null) {
    return {
      kind: 'not-known',
      why: 'The type of study is not known, so nobody can say who may lead it.',
      rule: null,
    };
  }
  const rule = piRuleOn(studyType, date, rules);
  if (rule === null) {
    return { kind: 'not-known', why: 'No rule for this type of study is held for the day.', rule: null };
  }
  if (rule.bodies === null) return { kind: 'allowed' };
  const body = registrationBodyOf(registration);
  if (body !== null && rule.bodies.includes(body)) return { kind: 'allowed' };
  if (body === null) {
    return { kind: 'not-known', why: `No registration is known for this person. ${rule.rule}.`, rule };
  }
  return { kind: 'not-allowed', why: `Registered with the ${fullNames[body]}. ${rule.rule}.`, rule };
}
