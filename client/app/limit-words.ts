import { listInWords } from '../format/numbers.ts';

/** "Medicine division only", "Medicine and Surgery divisions only". */
export function limitInWords(divisions: readonly string[]): string {
  return `${listInWords(divisions)} ${divisions.length === 1 ? 'division' : 'divisions'} only`;
}
