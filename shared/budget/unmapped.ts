import type { Book } from './book.ts';
import { groupLines, sumOf, yearOf, type BudgetLine } from './line.ts';

/** What lines lack a code, by what the code would be entered for; accrued pence of the two years. */
export type Unmapped = {
  readonly lacks: 'cost-centre' | 'funding-code';
  readonly kind: BudgetLine['kind'];
  readonly teamId: string | null;
  readonly source: string | null;
  readonly pence: number;
};

/** Income is known by its source alone; a cost by its team. */
function subjectOf({ kind, teamId, source }: BudgetLine): Pick<Unmapped, 'teamId' | 'source'> {
  return kind === 'income' ? { teamId: null, source } : { teamId, source: null };
}

function lacking(lines: readonly BudgetLine[], lacks: Unmapped['lacks']): Unmapped[] {
  const own = lines.filter((line) => (lacks === 'cost-centre' ? line.costCentre : line.fundingCode) === null);
  const groups = groupLines(own, (line) => {
    const { teamId, source } = subjectOf(line);
    return `${line.kind}\n${teamId}\n${source}`;
  });
  return [...groups.values()].flatMap((group): Unmapped[] => {
    const [first] = group;
    if (first === undefined) return [];
    const pence = sumOf(group, ({ accruedPence }) => accruedPence);
    return pence === 0 ? [] : [{ lacks, kind: first.kind, ...subjectOf(first), pence }];
  });
}

/** Lines without a cost centre or a funding code, the most pounds first: listed, never dropped. */
export function unmapped({ lines, years }: Pick<Book, 'lines' | 'years'>): Unmapped[] {
  const own = lines.filter((line) => years.includes(yearOf(line)));
  return [...lacking(own, 'cost-centre'), ...lacking(own, 'funding-code')].sort(
    (a, b) => Math.abs(b.pence) - Math.abs(a.pence),
  );
}
