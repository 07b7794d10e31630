/** Agenda for Change bands, lowest first. Band 1 is closed and paid as Band 2. */
export const bands = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const;

export type Band = (typeof bands)[number];

export function isBand(text: unknown): text is Band {
  return bands.some((band) => band === text);
}

/** '5', 'Band 5' or '8A' as a band; `null` for anything else. */
export function parseBand(text: string): Band | null {
  const short = text
    .trim()
    .toLowerCase()
    .replace(/^band\s*/, '');
  return isBand(short) ? short : null;
}

/** @throws RangeError when the text is not a band. */
export function asBand(text: string): Band {
  const band = parseBand(text);
  if (band === null) throw new RangeError(`not a band: ${text.slice(0, 20)}`);
  return band;
}

/** The paid steps of a band, lowest first, as the pay table names them. */
export function stepsOfBand(band: Band): readonly string[] {
  if (band === '2') return ['FLAT'];
  return band === '3' || band === '4' ? ['ENTRY', 'TOP'] : ['ENTRY', 'INT', 'TOP'];
}
