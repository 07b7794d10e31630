import type { FileRefusal } from '../../shared/imports/issues.ts';
import { limits } from '../../shared/imports/limits.ts';

type Kind = { readonly bytes: readonly number[]; readonly what: string };

const asSheet = 'Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.';

/** First bytes of files that are often uploaded in place of a CSV file. */
const kinds: readonly Kind[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG). Export the data as CSV and upload that.' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG). Export the data as CSV and upload that.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture (GIF). Export the data as CSV and upload that.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF. Export the data as CSV and upload that.' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty zip file. Export the data as CSV and upload that.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: `an old Excel or Word file, or one with a password. ${asSheet}` },
  { bytes: [0x1f, 0x8b], what: 'a compressed file (gzip). Unpack it and upload the CSV inside.' },
  { bytes: [0x42, 0x5a, 0x68], what: 'a compressed file (bzip2). Unpack it and upload the CSV inside.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a compressed file (7z). Unpack it and upload the CSV inside.' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], what: 'a compressed file (xz). Unpack it and upload the CSV inside.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a compressed file (zstd). Unpack it and upload the CSV inside.' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a compressed file (rar). Unpack it and upload the CSV inside.' },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    what: 'a database file. Export the data as CSV and upload that.',
  },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    what: 'a text document (RTF). Export the data as CSV and upload that.',
  },
];

const utf16 =
  'The file is not UTF-8 but UTF-16 (Excel’s “Unicode text”). Save it as “CSV UTF-8” and upload it again.';

function refusal(code: FileRefusal['code'], reason: string): FileRefusal {
  return { code, reason };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

/** True when about every second byte is NUL: UTF-16 without its mark, which would pass as UTF-8. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.length >= 4 && head.filter((byte) => byte === 0).length * 4 > head.length;
}

/** What a file shows by its size and first bytes, before it is read as text; `null` when it may be CSV. */
export function sniffBytes(bytes: Uint8Array): FileRefusal | null {
  if (bytes.length > limits.bytes)
    return refusal('TOO_LARGE', 'The file is larger than 20 MB. Export fewer rows or columns.');
  if (bytes.length === 0)
    return refusal('EMPTY_FILE', 'The file is empty. Check the export and upload it again.');
  const known = kinds.find((kind) => startsWith(bytes, kind.bytes));
  if (known !== undefined) return refusal('NOT_CSV', `This is not a CSV file: it is ${known.what}`);
  const marked = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return marked || looksLikeUtf16(bytes) ? refusal('NOT_UTF8', utf16) : null;
}

/** What the beginning of a text shows: a saved web page is the usual case (a session that had expired). */
export function sniffText(text: string): FileRefusal | null {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^[\s,;"]*$/.test(text))
    return refusal('EMPTY_FILE', 'The file is empty. Check the export and upload it again.');
  if (/^<(!doctype|html|head|body|!--|\?xml|svg|table)/.test(start)) {
    const what =
      'it is a web page or XML. If it says that your session has expired, sign in there and export again.';
    return refusal('NOT_CSV', `This is not a CSV file: ${what}`);
  }
  return null;
}
