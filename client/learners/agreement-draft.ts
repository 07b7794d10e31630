import type { Weekday } from '../../shared/calendar/plain-date.ts';
import type { Agreement } from '../../shared/learners/agreement.ts';
import type { AgreedTerms } from '../../shared/learners/learner.ts';
import type { ShownLearner } from './learner-words.ts';

export type AgreementDraft = { readonly terms: AgreedTerms; readonly agreement: Agreement };

export function draftOf({ learner, agreement }: ShownLearner): AgreementDraft {
  const { weeklyReleaseMinutes, statedReleaseMinutes, releaseDays, studyDayRule } = learner;
  const { supervisor, fundingSource, feePence, fundingPence } = learner;
  return {
    terms: {
      weeklyReleaseMinutes,
      statedReleaseMinutes,
      releaseDays,
      studyDayRule,
      supervisor,
      fundingSource,
      feePence,
      fundingPence,
    },
    agreement,
  };
}

/** The terms with the minutes of one weekday changed; no minutes on any day is "days not agreed". */
export function withDay(terms: AgreedTerms, weekday: Weekday, minutes: number): AgreedTerms {
  const others = (terms.releaseDays ?? []).filter((day) => day.weekday !== weekday);
  const days = minutes === 0 ? others : [...others, { weekday, minutes }];
  const inOrder = days.sort((a, b) => a.weekday - b.weekday);
  return { ...terms, releaseDays: inOrder.length === 0 ? null : inOrder };
}

/** Empty text is "not recorded". */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
