import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { checkAnswer, type CheckAnswer } from '../../shared/imports/check-answer.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { checkFile } from '../../server/imports/check-file.ts';

export const importDay = asPlainDate('2026-11-20');

export function checkBytes(bytes: Uint8Array, kind: ImportKind = 'staff'): CheckAnswer {
  return checkAnswer(checkFile(kind, bytes, importDay));
}

export function checkText(text: string, kind: ImportKind = 'staff'): CheckAnswer {
  return checkBytes(new TextEncoder().encode(text), kind);
}

type Short = readonly (readonly [record: number | null, column: string | null, code: string])[];

/** Issues as [record, column, code], for comparing with what is expected. */
export function short(issues: CheckAnswer['rejected']): Short {
  return issues.map(({ record, column, code }) => [record, column, code]);
}
