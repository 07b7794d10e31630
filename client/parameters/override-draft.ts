import { addMonths, parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { faultsOfOverride, type OwnedOverride } from '../../shared/parameters/override-faults.ts';
import type { Override } from '../../shared/parameters/override.ts';
import { readTyped, typedValue } from '../../shared/parameters/value-words.ts';
import type { Parameter } from '../../shared/parameters/types.ts';
import type { AssumptionRow, HeldValue } from './assumptions-model.ts';

/** An own value as typed, in the user's unit: '' where nothing is. */
export type OverrideDraft = {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly from: string;
  readonly status: Override['status'];
  readonly source: string;
  readonly owner: string;
  readonly reviewOn: string;
  readonly note: string;
  readonly beforePublished: 'no' | 'yes';
};

/** A new own value: from today, looked at again in a year. */
export function newDraft({ row }: AssumptionRow, today: PlainDate): OverrideDraft {
  return {
    value: typedValue(row, row.value),
    low: '',
    high: '',
    from: today,
    status: 'assumption',
    source: '',
    owner: '',
    reviewOn: addMonths(today, 12),
    note: '',
    beforePublished: 'no',
  };
}

/** One that is in force, to be corrected; why is asked again. */
export function draftOf(held: HeldValue, row: Parameter): OverrideDraft {
  return {
    value: typedValue(row, held.value),
    low: typedValue(row, held.low),
    high: typedValue(row, held.high),
    from: held.effectiveFrom,
    status: held.status,
    source: held.source,
    owner: held.owner,
    reviewOn: held.reviewOn,
    note: '',
    beforePublished: 'no',
  };
}

export type WantedOverride = OwnedOverride & { readonly owner: string; readonly note: string };

/** What the draft says, as the server takes it, or what stops it, each with what to do. */
export type ReadDraft =
  | { readonly ok: true; readonly override: WantedOverride }
  | { readonly ok: false; readonly problems: readonly string[] };

function missingWords(draft: OverrideDraft): readonly string[] {
  return [
    ...(draft.source.trim() === '' ? ['Type where the value comes from'] : []),
    ...(draft.owner.trim() === '' ? ['Type who owns the value'] : []),
    ...(draft.note.trim() === '' ? ['Type why the value is entered'] : []),
  ];
}

function numbersOf(draft: OverrideDraft, row: Parameter) {
  const optional = (typed: string): number | null | undefined =>
    typed.trim() === '' ? null : (readTyped(row, typed) ?? undefined);
  return {
    value: readTyped(row, draft.value) ?? undefined,
    low: optional(draft.low),
    high: optional(draft.high),
  };
}

/** Reads a draft and checks it as the server does. */
export function readDraft(draft: OverrideDraft, row: Parameter, today: PlainDate): ReadDraft {
  const { value, low, high } = numbersOf(draft, row);
  const [effectiveFrom, reviewOn] = [parsePlainDate(draft.from), parsePlainDate(draft.reviewOn)];
  const problems = [
    ...(value === undefined ? ['Type the value as a number in the unit shown'] : []),
    ...(low === undefined || high === undefined ? ['Type the range as numbers, or leave it empty'] : []),
    ...(effectiveFrom === null ? ['Choose the date from which the value counts'] : []),
    ...(reviewOn === null ? ['Choose the day on which the value is looked at again'] : []),
    ...missingWords(draft),
  ];
  if (value === undefined || low === undefined || high === undefined) return { ok: false, problems };
  if (effectiveFrom === null || reviewOn === null) return { ok: false, problems };
  const override: WantedOverride = {
    code: row.code,
    ...{ effectiveFrom, value, low, high, reviewOn },
    status: draft.status,
    source: draft.source.trim(),
    owner: draft.owner.trim(),
    note: draft.note.trim(),
    beforePublished: draft.beforePublished === 'yes',
  };
  const all = [...problems, ...faultsOfOverride(publishedParameters, override, today)];
  return all.length === 0 ? { ok: true, override } : { ok: false, problems: all };
}

/** What the model depends on, apart from who answers for it and why. */
export function factsOf(wanted: WantedOverride): Override {
  const { code, effectiveFrom, value, low, high, source, status } = wanted;
  return { code, effectiveFrom, value, low, high, source, status };
}
