import { monthOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, type FinancialYear } from '../calendar/years.ts';
import type { CostKind } from '../funding/source.ts';
import type { Stack, StackLine } from '../funding/stack-types.ts';
import type { UseOrLose } from '../funding/use-or-lose.ts';

/** Pence of one cost on money that lapses, or that could still go on it. */
export type LapsingPart = {
  readonly sourceKey: string;
  readonly use: 'planned' | 'could-go';
  readonly kind: CostKind;
  /** A learner's fee, or a team's cover of a month. */
  readonly learnerId: string | null;
  readonly teamId: string | null;
  readonly on: PlainDate;
  readonly month: Month;
  readonly pence: number;
};

/** Costs of one kind and year on one source; `sourceKey` is `null` for what nothing funds. Pence. */
export type FundedPart = {
  readonly kind: CostKind;
  /** The year the cost falls in. */
  readonly year: FinancialYear;
  readonly sourceKey: string | null;
  /** The year of the amount; `null` for awards, and for what nothing funds. */
  readonly sourceYear: FinancialYear | null;
  readonly pence: number;
};

/** Ids of lines are "fees <learner>" and "cover <team> <month>". */
function subjectOf({ id, kind }: StackLine): Pick<LapsingPart, 'learnerId' | 'teamId'> {
  const [, subject = null] = id.split(' ');
  return kind === 'fees' ? { learnerId: subject, teamId: null } : { learnerId: null, teamId: subject };
}

function partOf(
  line: StackLine,
  of: Pick<LapsingPart, 'sourceKey' | 'use'>,
  pence: number = line.pence,
): LapsingPart {
  const { kind, on } = line;
  return { ...of, kind, ...subjectOf(line), on, month: monthOf(on), pence };
}

/** Every cost planned on money of `year` that lapses, and every fee that could go on it; planned ones add up to what is planned. */
export function lapsingParts(
  lines: readonly StackLine[],
  { parts }: Stack,
  { lapsing }: UseOrLose,
  year: FinancialYear,
): readonly LapsingPart[] {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return lapsing.flatMap(({ key: sourceKey, couldBringForward }) => [
    ...parts
      .filter(({ sourceId }) => sourceId === `${sourceKey} ${year}`)
      .flatMap(({ lineId, pence }) => {
        const line = lineOf.get(lineId);
        return line === undefined ? [] : [partOf(line, { sourceKey, use: 'planned' }, pence)];
      }),
    ...couldBringForward.flatMap((id) => {
      const line = lineOf.get(id);
      return line === undefined ? [] : [partOf(line, { sourceKey, use: 'could-go' })];
    }),
  ]);
}

type Place = Omit<FundedPart, 'pence'>;

function placeOf(line: StackLine, sourceId: string | null): Place {
  const { kind, on } = line;
  const [sourceKey = null, second = 'award'] = sourceId === null ? [] : sourceId.split(' ');
  const sourceYear = second === 'award' ? null : (second as FinancialYear);
  return { kind, year: financialYearOf(on), sourceKey, sourceYear };
}

/** Every pound of the lines by kind, year and what pays it: adds up to all of them. */
export function fundedParts(lines: readonly StackLine[], { parts, byLine }: Stack): readonly FundedPart[] {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const sums = new Map<string, FundedPart>();
  const add = (line: StackLine, sourceId: string | null, pence: number): void => {
    const place = placeOf(line, sourceId);
    const name = JSON.stringify(place);
    if (pence > 0) sums.set(name, { ...place, pence: (sums.get(name)?.pence ?? 0) + pence });
  };
  for (const { lineId, sourceId, pence } of parts) {
    const line = lineOf.get(lineId);
    if (line !== undefined) add(line, sourceId, pence);
  }
  for (const line of lines) add(line, null, byLine.get(line.id)?.unfunded ?? 0);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}
