import { isAcademicYear, isFinancialYear, type AcademicYear } from '../../shared/calendar/years.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { lossReasons, type LossReason } from '../../shared/funding/award.ts';
import { costKinds, type CostKind } from '../../shared/funding/source.ts';

export const lapseFigures = ['amount', 'planned', 'unspent', 'could'] as const;
export const fundedFigures = ['total', 'funded', 'unfunded'] as const;
export const sourceFigures = ['fees', 'cover', 'unspent'] as const;
export const exposureFigures = ['fees', 'cover', 'back', 'most', 'expected', 'spent'] as const;
export const namedFigures = ['each', 'cost', 'spent', 'stage-fees', 'stage-cover'] as const;

export type ExposureFigure = (typeof exposureFigures)[number];

/** Which pound is asked about. `null` stands for all: every reason, source, or person. */
export type WorkingOf =
  | { readonly kind: 'accepted'; readonly round: AcademicYear }
  | { readonly kind: 'left'; readonly round: AcademicYear; readonly reason: LossReason | null }
  | {
      readonly kind: 'lapse';
      readonly figure: (typeof lapseFigures)[number];
      readonly source: string | null;
    }
  | { readonly kind: 'funded'; readonly figure: (typeof fundedFigures)[number]; readonly cost: CostKind }
  | {
      readonly kind: 'source';
      readonly figure: (typeof sourceFigures)[number];
      readonly source: string;
      /** `null`: awards, which are put on one person's fee. */
      readonly year: FinancialYear | null;
    }
  | { readonly kind: 'exposure'; readonly figure: ExposureFigure; readonly learnerId: string | null }
  | { readonly kind: 'named'; readonly figure: (typeof namedFigures)[number] };

/** The same as text for the address: "left_2026-27_late". Ids and keys, never a name. */
export type WorkingKey = string & { readonly __brand: 'WorkingKey' };

const every = '~';

function partsOf(of: WorkingOf): readonly (string | null)[] {
  switch (of.kind) {
    case 'accepted':
      return [of.round];
    case 'left':
      return [of.round, of.reason];
    case 'lapse':
      return [of.figure, of.source];
    case 'funded':
      return [of.figure, of.cost];
    case 'source':
      return [of.figure, of.source, of.year];
    case 'exposure':
      return [of.figure, of.learnerId];
    case 'named':
      return [of.figure];
  }
}

export function workingKey(of: WorkingOf): WorkingKey {
  const parts = partsOf(of).map((part) => (part ?? every).replace('/', '-'));
  return [of.kind, ...parts].join('_') as WorkingKey;
}

function oneOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((one) => one === text) ?? null;
}

function readRound(kind: string, first: string, second: string | null): WorkingOf | null {
  const round = first.replace('-', '/');
  if (!isAcademicYear(round)) return null;
  if (kind === 'accepted') return second === null ? { kind, round } : null;
  const reason = second === null ? null : oneOf(lossReasons, second);
  return second !== null && reason === null ? null : { kind: 'left', round, reason };
}

function readSource(first: string, source: string | null, third: string | null): WorkingOf | null {
  const figure = oneOf(sourceFigures, first);
  const year = third === null ? null : third.replace('-', '/');
  if (figure === null || source === null || (year !== null && !isFinancialYear(year))) return null;
  return { kind: 'source', figure, source, year };
}

function readFigure(kind: string, first: string, second: string | null): WorkingOf | null {
  const lapse = oneOf(lapseFigures, first);
  if (kind === 'lapse') return lapse === null ? null : { kind, figure: lapse, source: second };
  const exposure = oneOf(exposureFigures, first);
  if (kind === 'exposure') return exposure === null ? null : { kind, figure: exposure, learnerId: second };
  const named = oneOf(namedFigures, first);
  if (kind === 'named') return named === null || second !== null ? null : { kind, figure: named };
  const [funded, cost] = [oneOf(fundedFigures, first), oneOf(costKinds, second ?? '')];
  return kind !== 'funded' || funded === null || cost === null ? null : { kind, figure: funded, cost };
}

/** Reads a key; `null` for a text that is none, such as a link cut short. */
export function readWorkingKey(text: string): WorkingOf | null {
  const [kind = '', first = '', second = every, third = every, ...more] = text.split('_');
  if (more.length > 0) return null;
  const [middle, last] = [second, third].map((part) => (part === every || part === '' ? null : part));
  if (kind === 'source') return readSource(first, middle ?? null, last ?? null);
  if (last !== null) return null;
  if (kind === 'accepted' || kind === 'left') return readRound(kind, first, middle ?? null);
  return readFigure(kind, first, middle ?? null);
}

export function isWorkingKey(text: unknown): text is WorkingKey {
  return typeof text === 'string' && text.length <= 120 && readWorkingKey(text) !== null;
}
