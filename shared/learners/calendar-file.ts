import { addDays, type PlainDate } from '../calendar/plain-date.ts';

/** An all-day entry of a calendar. */
export type CalendarEntry = {
  /** The same entry keeps it, so that a calendar changes what it has instead of adding to it. */
  readonly uid: string;
  readonly on: PlainDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

/** Bytes of a line, its break not counted (RFC 5545, section 3.1). */
const lineBytes = 75;

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A line of at most 75 bytes, carried on in lines that begin with a space; no character is cut in two. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let [held, bytes] = ['', 0];
  for (const character of line) {
    const more = bytesOf(character);
    if (bytes + more > lineBytes) {
      lines.push(held);
      [held, bytes] = [' ', 1];
    }
    held += character;
    bytes += more;
  }
  return [...lines, held].join('\r\n');
}

/** Text as RFC 5545 section 3.3.11 wants it: backslash, semicolon, comma and line break are escaped. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

function compact(date: PlainDate): string {
  return date.replaceAll('-', '');
}

/** "20261120T093000Z" of "2026-11-20T09:30:00.000Z". */
function stampOf(at: string): string {
  return at.replace(/[-:]|\.\d+/g, '');
}

function linesOf({ uid, on, summary, description, url }: CalendarEntry, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * An iCalendar file (RFC 5545) of all-day entries; days have no time zone, so that none is needed.
 *
 * @param at when it was made, as an ISO instant in UTC.
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[], at: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Protected Time//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => linesOf(entry, stampOf(at))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
