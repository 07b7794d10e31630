import type { CodeRow, Codes, CodeSubject } from '../../shared/budget/codes.ts';
import { subjectKey } from '../../shared/budget/codes.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';

/** Codes as they are typed. */
export type CodeDraft = {
  /** `team <id>` or `source <name>`, or empty. */
  readonly subject: string;
  readonly from: PlainDate;
  readonly costCentre: string;
  readonly fundingCode: string;
  readonly project: string;
  readonly analysis: string;
};

export function emptyDraft(from: PlainDate): CodeDraft {
  return { subject: '', from, costCentre: '', fundingCode: '', project: '', analysis: '' };
}

/** The subject of a choice; `null` when none is chosen. */
export function subjectOf(choice: string): CodeSubject | null {
  if (choice.startsWith('team ')) return { kind: 'team', teamId: choice.slice(5) };
  return choice.startsWith('source ') ? { kind: 'source', source: choice.slice(7) } : null;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

export type ReadDraft =
  | { readonly ok: true; readonly codes: Codes & { readonly subject: CodeSubject; readonly from: PlainDate } }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readDraft(draft: CodeDraft): ReadDraft {
  const subject = subjectOf(draft.subject);
  const codes = {
    costCentre: subject?.kind === 'source' ? null : orNull(draft.costCentre),
    fundingCode: orNull(draft.fundingCode),
    project: orNull(draft.project),
    analysis: orNull(draft.analysis),
  };
  const problems = [
    ...(subject === null ? ['Choose a team or a funding source.'] : []),
    ...(Object.values(codes).every((code) => code === null) ? ['Enter at least one code.'] : []),
  ];
  return subject === null || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, codes: { subject, from: draft.from, ...codes } };
}

/** The row that a draft would change: of the same subject from the same day. */
export function rowOfDraft(codes: readonly CodeRow[], draft: CodeDraft): CodeRow | null {
  const subject = subjectOf(draft.subject);
  if (subject === null) return null;
  return (
    codes.find((row) => subjectKey(row.subject) === subjectKey(subject) && row.from === draft.from) ?? null
  );
}
