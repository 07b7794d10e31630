import type { Month } from '../calendar/month.ts';
import { journalOf, type Journal } from './journal.ts';
import { groupLines, sumOf, type BudgetLine } from './line.ts';

/** A cost moved from where it was incurred to whose money pays it; pence, negative the other way. */
type Move = {
  readonly from: string;
  readonly to: string;
  readonly source: string | null;
  readonly project: string | null;
  readonly analysis: string | null;
  readonly pence: number;
};

/**
 * What a line moves. Income takes its part of the fee to the source's code; the team's own funding code pays the rest
 * of the fee, and cover.
 */
function movesOf(line: BudgetLine, teamCode: string | null): Move[] {
  const { costCentre: from, fundingCode, source, project, analysis, accruedPence } = line;
  if (from === null) return [];
  const to = (code: string | null, pence: number, by: string | null): Move[] =>
    code === null || code === from || pence === 0
      ? []
      : [{ from, to: code, source: by, project, analysis, pence }];
  if (line.kind !== 'income') return to(fundingCode, accruedPence, null);
  return [...to(fundingCode, -accruedPence, source), ...to(teamCode, accruedPence, null)];
}

function journal(moves: readonly Move[], month: Month): Journal | null {
  const [first] = moves;
  const sum = sumOf(moves, ({ pence }) => pence);
  if (first === undefined || sum === 0) return null;
  const { from, to, source, project, analysis } = first;
  const [payer, spender] = sum > 0 ? [to, from] : [from, to];
  const side = (code: string) => ({ code, project, analysis, account: 'recharge' as const });
  return journalOf({
    kind: 'recharge',
    month,
    source,
    pence: Math.abs(sum),
    debit: side(payer),
    credit: side(spender),
  });
}

/**
 * The recharge of a month: what was accrued in it goes from its cost centre to the code that pays. Every journal takes
 * from one code what it gives to another, so that the recharge is nil over the trust.
 */
export function recharges(lines: readonly BudgetLine[], month: Month): Journal[] {
  const own = lines.filter((line) => line.month === month);
  const teamCodes = new Map(
    own.filter(({ kind }) => kind === 'fees').map(({ teamId, fundingCode }) => [teamId, fundingCode]),
  );
  const moves = own.flatMap((line) => movesOf(line, teamCodes.get(line.teamId) ?? null));
  const groups = groupLines(moves, ({ from, to, source, project, analysis }) =>
    JSON.stringify([from, to, source, project, analysis]),
  );
  return [...groups.values()].flatMap((group) => journal(group, month) ?? []);
}
