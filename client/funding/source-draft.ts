import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { faultsOfSource, type Payee, type SourceTerms } from '../../shared/funding/source.ts';
import type { Coverage } from '../../shared/programmes/funding-sources.ts';
import { poundsText, readPounds, type ShownSource } from './funding-model.ts';

/** The terms of a source in a year as typed: '' where nothing is. */
export type SourceDraft = {
  readonly name: string;
  readonly fees: Coverage;
  readonly cover: Coverage;
  readonly amount: string;
  readonly spendBy: string;
  readonly carriesForward: 'yes' | 'no' | '';
  readonly claimDates: string;
  readonly payee: Payee | '';
  readonly fundingCode: string;
  readonly source: string;
};

export function draftOfSource(of: ShownSource): SourceDraft {
  return {
    name: of.name,
    fees: of.fees,
    cover: of.cover,
    amount: poundsText(of.amountPence),
    spendBy: of.spendBy ?? '',
    carriesForward: of.carriesForward === null ? '' : of.carriesForward ? 'yes' : 'no',
    claimDates: of.claimDates.join(', '),
    payee: of.payee ?? '',
    fundingCode: of.fundingCode ?? '',
    source: of.origin === 'entered' ? of.source : '',
  };
}

/** A source that is not on the list yet, in a year; its key comes from its name. */
export function newSource(financialYear: FinancialYear): ShownSource {
  return {
    key: '',
    financialYear,
    name: '',
    fees: 'by-its-terms',
    cover: 'by-its-terms',
    amountPence: null,
    spendBy: null,
    carriesForward: null,
    claimDates: [],
    payee: null,
    fundingCode: null,
    source: '',
    held: null,
    origin: 'usual',
    termsOf: null,
  };
}

/** "League of Friends" is 'league-of-friends'. */
function keyFrom(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

export type ReadSource =
  | { readonly ok: true; readonly terms: SourceTerms }
  | { readonly ok: false; readonly problems: readonly string[] };

function readDays(text: string) {
  const parts = text
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map(parsePlainDate);
  const days = parts.filter((part) => part !== null);
  return days.length === parts.length ? [...days].sort() : null;
}

/** What the draft says, as the server takes it, or what stops it. */
export function readSource(draft: SourceDraft, of: ShownSource): ReadSource {
  const amountPence = readPounds(draft.amount);
  const claimDates = readDays(draft.claimDates);
  const problems = [
    ...(keyFrom(draft.name) === '' ? ['Type the name of the source.'] : []),
    ...(draft.source.trim() === '' ? ['Say where the terms are from: a letter and its date.'] : []),
    ...(claimDates === null ? ['Type claim days as 2027-02-26, with commas between.'] : []),
  ];
  if (amountPence === undefined) return { ok: false, problems: [...problems, 'Type the amount in pounds.'] };
  const terms: SourceTerms = {
    key: of.key === '' ? keyFrom(draft.name) : of.key,
    financialYear: of.financialYear,
    name: draft.name.trim(),
    fees: draft.fees,
    cover: draft.cover,
    amountPence,
    spendBy: parsePlainDate(draft.spendBy),
    carriesForward: draft.carriesForward === '' ? null : draft.carriesForward === 'yes',
    claimDates: claimDates ?? [],
    payee: draft.payee === '' ? null : draft.payee,
    fundingCode: draft.fundingCode.trim() === '' ? null : draft.fundingCode.trim(),
    source: draft.source.trim(),
  };
  const all = [...problems, ...faultsOfSource(terms)];
  return all.length === 0 ? { ok: true, terms } : { ok: false, problems: all };
}
