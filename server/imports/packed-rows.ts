import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * A few thousand staged rows as JSON, packed: those of a whole file wait between the thread that reads and the
 * database, and a tenth of their size is what they may cost.
 */
export type PackedRows = Uint8Array;

/** The least effort: rows are so alike that more would save little. */
const level = 1;

export function packRows(json: string): PackedRows {
  return deflateRawSync(json, { level });
}

/** @returns the JSON text. */
export function unpackRows(rows: PackedRows): string {
  return inflateRawSync(rows).toString('utf8');
}
