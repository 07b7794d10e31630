import type { FileRefusal } from '../../shared/imports/issues.ts';

type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: FileRefusal };

/** Bytes that follow a lead byte of UTF-8, or -1 for a byte that cannot lead. */
function followers(lead: number): number {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
}

/** Lowest and highest byte that may follow a lead byte at once: overlong forms and surrogates are not UTF-8. */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function isSequence(bytes: Uint8Array, at: number, length: number): boolean {
  const [low, high] = secondByteRange(bytes[at] ?? 0);
  for (let offset = 1; offset <= length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (byte < (offset === 1 ? low : 0x80) || byte > (offset === 1 ? high : 0xbf)) return false;
  }
  return true;
}

/** Index of the first byte that is not UTF-8, or -1. */
export function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = followers(bytes[at] ?? 0);
    if (length < 0 || !isSequence(bytes, at, length)) return at;
    at += length + 1;
  }
  return -1;
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index += 1) {
    if (bytes[index] === 0x0a || (bytes[index] === 0x0d && bytes[index + 1] !== 0x0a)) line += 1;
  }
  return line;
}

/**
 * Bytes as UTF-8 text without its byte order mark. Nothing is replaced or guessed: a name with one wrong letter is a
 * wrong name, so one bad byte refuses the file and says on which line it stands.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const binary = bytes.includes(0);
    const reason = binary
      ? 'This is not a CSV file: it holds bytes that are not text. Export the data as CSV and upload that.'
      : `The file is not UTF-8: line ${lineOf(bytes, at)} holds the byte ${byte} (byte ${at + 1} of the file). ` +
        'It was probably saved as plain “CSV”: save it as “CSV UTF-8” and upload it again.';
    return { ok: false, refusal: { code: binary ? 'NOT_CSV' : 'NOT_UTF8', reason } };
  }
}
