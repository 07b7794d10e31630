import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileRefusal } from '../../shared/imports/issues.ts';
import { limits } from '../../shared/imports/limits.ts';

/** The small parts of a workbook that say where its sheets are and how numbers are shown. */
export type BookParts = { readonly book: string; readonly relations: string; readonly styles: string };

type Guarded =
  { readonly ok: true; readonly parts: BookParts } | { readonly ok: false; readonly refusal: FileRefusal };

const most = limits.workbook;

/** Parts that are kept as text while all are looked through. */
const kept = { book: 'xl/workbook.xml', relations: 'xl/_rels/workbook.xml.rels', styles: 'xl/styles.xml' };

/** Text at the end of a piece that is looked at again with the next, so that nothing hides across the two. */
const overlap = 40;

const declaration = /<!(?:DOCTYPE|ENTITY)/i;

/** A cell beyond column ZZ: one such cell would make its row thousands of cells wide. */
const farCell = /\sr=["'][A-Z]{3}[0-9]/i;

export class BookRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

function refuse(reason: string, code: FileRefusal['code'] = 'UNSAFE_WORKBOOK'): never {
  throw new BookRefused({ code, reason });
}

const tooMuch =
  'The Excel workbook unpacks to more than an import may hold. Save the one sheet that is needed as “CSV UTF-8”.';

/** What the list of parts shows before anything is unpacked. */
function checkList(entries: readonly Entry[]): void {
  if (entries.length > most.parts) refuse(tooMuch);
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const bomb = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > most.partBytes || uncompressedSize > compressedSize * most.ratio,
  );
  if (bomb || total > most.allBytes) refuse(tooMuch);
  const names = entries.map(({ fileName }) => fileName.toLowerCase());
  if (new Set(names).size < names.length)
    refuse('The Excel workbook holds a part twice. Save it again in Excel.');
  if (names.some((name) => name.endsWith('vbaproject.bin'))) {
    refuse(
      'The Excel workbook holds macros. Save it as “Excel Workbook (.xlsx)” without macros, or as CSV UTF-8.',
    );
  }
  if (entries.some((entry) => entry.isEncrypted())) refuse(locked);
  if (!names.includes(kept.book)) {
    refuse(
      'This is a zip file, not an Excel workbook. Unpack it and upload the CSV or .xlsx file inside.',
      'NOT_CSV',
    );
  }
}

const locked =
  'The Excel workbook is protected by a password. Remove the password in Excel and save it, or save it as CSV UTF-8.';

const tooManyTexts =
  'The Excel workbook holds more different texts than an import may. Save the one sheet that is needed as “CSV UTF-8”.';

/** Entries of the table of texts that begin after what the piece before showed. */
function countTexts(text: string, seen: number): number {
  return [...text.matchAll(/<(?:\w+:)?si[\s>]/g)].filter(({ index, 0: tag }) => index + tag.length > seen)
    .length;
}

/** Unpacks one part whole, looking for what no workbook needs. @returns its text where it is one to keep. */
async function lookThrough(zip: ZipFile, entry: Entry): Promise<string | null> {
  const wanted = Object.values(kept).includes(entry.fileName);
  const pieces: Buffer[] = [];
  let tail = '';
  let texts = 0;
  // Sizes are checked while unpacking: a part that is longer than its entry says ends in an error.
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    const text = tail + piece.toString('latin1');
    if (declaration.test(text)) {
      refuse(
        'The Excel workbook holds declarations (DOCTYPE or ENTITY) that no workbook needs. Save it again in Excel.',
      );
    }
    if (farCell.test(text)) {
      refuse(
        'The sheet has cells far to the right, beyond column ZZ. Delete those columns.',
        'TOO_MANY_COLUMNS',
      );
    }
    texts += countTexts(text, tail.length);
    if (texts > most.texts) refuse(tooManyTexts);
    if (wanted) pieces.push(piece);
    tail = text.slice(-overlap);
  }
  return wanted ? Buffer.concat(pieces).toString('utf8') : null;
}

async function look(bytes: Uint8Array): Promise<BookParts> {
  if (bytes.length > most.bytes) {
    const megabytes = most.bytes / (1024 * 1024);
    refuse(`The Excel workbook is larger than ${megabytes} MB. Save the sheet as CSV UTF-8.`, 'TOO_LARGE');
  }
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  if (zip.entryCount > most.parts) refuse(tooMuch);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  checkList(entries);
  const texts = new Map<string, string>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const text = await lookThrough(zip, entry);
    if (text !== null) texts.set(entry.fileName, text);
  }
  const textOf = (part: keyof typeof kept): string => texts.get(kept[part]) ?? '';
  return { book: textOf('book'), relations: textOf('relations'), styles: textOf('styles') };
}

/** True for the first bytes of a zip file, which every `.xlsx` workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Looks through a workbook before it is given to the reader, which trusts its files: sizes, number of parts, how far
 * each unpacks, declarations, macros. Limits of `limits.workbook`.
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<Guarded> {
  try {
    return { ok: true, parts: await look(bytes) };
  } catch (error) {
    if (error instanceof BookRefused) return { ok: false, refusal: error.refusal };
    const reason =
      'The Excel workbook is damaged or not a workbook. Open it in Excel and save it again, or as CSV UTF-8.';
    return { ok: false, refusal: { code: 'UNREADABLE', reason } };
  }
}
