import { parseMonth } from '../../shared/calendar/month.ts';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import type { RecruitmentRecord } from '../../shared/research/recruitment.ts';

/** Recruitment as it is typed: '' where nothing is; the months as lines of "2026-10 4". */
export type RecruitmentDraft = {
  readonly siteTarget: number | null;
  readonly recruitFrom: string;
  readonly recruitTo: string;
  readonly behindReason: string;
  readonly behindAction: string;
  readonly behindOwner: string;
  readonly behindDue: string;
  readonly months: string;
};

export function recruitmentDraftOf(record: RecruitmentRecord): RecruitmentDraft {
  return {
    siteTarget: record.siteTarget,
    recruitFrom: record.recruitFrom ?? '',
    recruitTo: record.recruitTo ?? '',
    behindReason: record.behindReason ?? '',
    behindAction: record.behindAction ?? '',
    behindOwner: record.behindOwner ?? '',
    behindDue: record.behindDue ?? '',
    months: record.months.map(({ month, recruited }) => `${month} ${recruited}`).join('\n'),
  };
}

function text(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

/** The months as typed, or the number of the first line that cannot be read. */
function monthsOf(typed: string): RecruitmentRecord['months'] | number {
  const lines = typed.split('\n').map((line) => line.trim());
  const months: { month: RecruitmentRecord['months'][number]['month']; recruited: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [, day = '', count = ''] = /^(\d{4}-\d{2})[\s,;:]+(\d{1,5})$/.exec(line) ?? [];
    const month = parseMonth(day);
    if (month === null) return index + 1;
    months.push({ month, recruited: Number(count) });
  }
  return months;
}

/** What the draft says, or what stops it. */
export function recruitmentOf(draft: RecruitmentDraft): RecruitmentRecord | string {
  const months = monthsOf(draft.months);
  if (typeof months === 'number')
    return `Line ${months} of the months cannot be read: type a month and a number, such as 2026-10 4`;
  return {
    siteTarget: draft.siteTarget,
    recruitFrom: parsePlainDate(draft.recruitFrom),
    recruitTo: parsePlainDate(draft.recruitTo),
    behindReason: text(draft.behindReason),
    behindAction: text(draft.behindAction),
    behindOwner: text(draft.behindOwner),
    behindDue: parsePlainDate(draft.behindDue),
    months,
  };
}
