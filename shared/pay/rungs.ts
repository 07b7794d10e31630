/** What can fill an hour for money, in the order a team turns to it unless its policy says otherwise. */
export const boughtRungs = [
  'extra-hours',
  'planned-bank',
  'late-bank',
  'overtime',
  'fixed-term',
  'acting-up',
  'programmed-activities',
  'agency',
] as const;

export type BoughtRung = (typeof boughtRungs)[number];

/** The whole ladder: what needs no cover first. Headroom left is always used first, since it is paid for already. */
export const rungs = ['headroom', 'lapsed', 'own-time', 'absorbed', ...boughtRungs] as const;

export type Rung = (typeof rungs)[number];

/** Rungs that draw on the bank, whose supply many teams share. */
export function isBankRung(rung: BoughtRung): boolean {
  return rung === 'planned-bank' || rung === 'late-bank';
}
