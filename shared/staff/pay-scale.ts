/**
 * Pay scale codes as ESR writes them: XR is Agenda for Change, the others are examples of medical scales that a trust
 * replaces by its own table. Band 1 closed in December 2018 and is paid as Band 2, so XR01 reads as Band 2.
 */
const agendaForChange = {
  XR01: '2',
  XR02: '2',
  XR03: '3',
  XR04: '4',
  XR05: '5',
  XR06: '6',
  XR07: '7',
  XR08: '8a',
  XR09: '8b',
  XR10: '8c',
  XR11: '8d',
  XR12: '9',
} as const;

const medical = {
  YC72: 'Consultant (2003 contract)',
  MC46: 'Specialty doctor (2008 contract)',
  MC75: 'Specialty doctor (2021 contract)',
  MC70: 'Specialist (2021 contract)',
  MN37: 'Foundation doctor, year 1',
  MN35: 'Foundation doctor, year 2',
  MN39: 'Specialty registrar',
} as const;

export type AfcBand = (typeof agendaForChange)[keyof typeof agendaForChange];

const bandByCode: ReadonlyMap<string, AfcBand> = new Map(Object.entries(agendaForChange));
const medicalNameByCode: ReadonlyMap<string, string> = new Map(Object.entries(medical));

/** Every code of the tables, Agenda for Change first; XR01 reads as Band 2. */
export const payScaleCodes: readonly string[] = [...bandByCode.keys(), ...medicalNameByCode.keys()];

/** A pay scale of a staff file: the folded code where it is in the tables, else the text as it stood. */
export type PayScale = { readonly code: string; readonly known: boolean };

/**
 * Folds `xr05`, `NHS|XR05` and `NHS|XR05|Review Body Band 5` to `XR05`. A code in no table keeps its text and is
 * `known: false`: it is stored, and a cost that needs it is an error naming it.
 */
export function foldPayScale(text: string): PayScale {
  const trimmed = text.trim();
  const code = trimmed
    .toUpperCase()
    .replace(/^NHS\s*\|\s*/, '')
    .replace(/\s*\|.*$/, '');
  return bandByCode.has(code) || medicalNameByCode.has(code)
    ? { code, known: true }
    : { code: trimmed, known: false };
}

/** The Agenda for Change band (`5`, `8a`) of a folded code, or `null` for medical and unknown codes. */
export function bandOfPayScale(code: string): AfcBand | null {
  return bandByCode.get(code) ?? null;
}

/** What a folded code is called on screen, or `null` for an unknown one. */
export function nameOfPayScale(code: string): string | null {
  const band = bandOfPayScale(code);
  return band === null ? (medicalNameByCode.get(code) ?? null) : `Band ${band}`;
}
