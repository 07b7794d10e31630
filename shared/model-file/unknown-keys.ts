import { pointerOf } from '../pipeline/parse-or-refuse.ts';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * JSON Pointers of the keys of `given` that checking left out of `read`: ignored, and worth a line, since a
 * misspelt key would otherwise change nothing in silence. Goes only as deep as what was read.
 */
export function unknownKeys(given: unknown, read: unknown, place: string): string[] {
  if (Array.isArray(given) && Array.isArray(read)) {
    return given.flatMap((item, index) => unknownKeys(item, read[index], `${place}/${index}`));
  }
  if (!isObject(given) || !isObject(read)) return [];
  return Object.keys(given).flatMap((key) => {
    const pointer = place + pointerOf([key]);
    return Object.hasOwn(read, key) ? unknownKeys(given[key], read[key], pointer) : [pointer];
  });
}
