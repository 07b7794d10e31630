import type { ParameterSet } from './types.ts';

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const mask = (1n << 64n) - 1n;

/** FNV-1a, 64 bit, over UTF-16 code units: a digest to tell sets apart, not a defence against forgery. */
function fnv1a64(text: string): bigint {
  let hash = offset;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask;
  }
  return hash;
}

/**
 * Sixteen hexadecimal digits that change with any value, range, unit, date or status of the set, and with nothing else: a
 * stored result carries them, so that a replay can tell whether it rests on the same figures. Sources and notes are
 * left out, since correcting a source changes no figure.
 */
export function setHash(set: ParameterSet): string {
  const lines = Object.keys(set.rows)
    .sort()
    .flatMap((code) => set.rows[code] ?? [])
    .map(({ code, effectiveFrom, value, low, high, unit, status }) =>
      [code, effectiveFrom, value ?? '', low ?? '', high ?? '', unit, status].join('|'),
    );
  return fnv1a64(lines.join('\n')).toString(16).padStart(16, '0');
}
