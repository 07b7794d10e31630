function hundredths(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

/** Minutes as hours; an empty cell is "not known". */
export function hoursText(minutes: number): string;
export function hoursText(minutes: number | null): string | null;
export function hoursText(minutes: number | null): string | null {
  return minutes === null ? null : hundredths(minutes / 60);
}

/** Basis points as a percentage. */
export function percentText(bp: number): string;
export function percentText(bp: number | null): string | null;
export function percentText(bp: number | null): string | null {
  return bp === null ? null : hundredths(bp / 100);
}

/** Pence as pounds. */
export function poundsText(pence: number): string;
export function poundsText(pence: number | null): string | null;
export function poundsText(pence: number | null): string | null {
  return pence === null ? null : (pence / 100).toFixed(2);
}
