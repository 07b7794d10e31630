import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { addMonthsTo, lastDayOf } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { cumulativePart } from '../core/rounding.ts';
import type { TeamSpell } from './team-spells.ts';

/** The part of a fee that one team bears: the months of the course in which the learner is there. */
export type FeeOfTeam = { readonly teamId: string; readonly line: CourseFeeLine };

function teamOn(spells: readonly TeamSpell[], day: PlainDate): string | null {
  return (
    spells.find(({ from, to }) => (from === null || from <= day) && (to === null || to >= day))?.teamId ??
    null
  );
}

type Run = { readonly teamId: string; readonly from: number; readonly to: number };

/** Months side by side in one team: that of their last day; a month in no team stays with the one before, else at home. */
function runsOf(
  line: CourseFeeLine,
  spells: readonly TeamSpell[],
  home: string,
  bears: (teamId: string) => boolean,
): Run[] {
  const runs: Run[] = [];
  for (let month = 0; month < line.courseMonths; month += 1) {
    const last = runs.at(-1);
    const found = teamOn(spells, lastDayOf(addMonthsTo(line.firstMonth, month)));
    const teamId = found !== null && bears(found) ? found : (last?.teamId ?? home);
    if (last?.teamId === teamId) runs[runs.length - 1] = { ...last, to: month + 1 };
    else runs.push({ teamId, from: month, to: month + 1 });
  }
  return runs;
}

/**
 * A learner’s fee over the teams of the course: a learner who moves takes the costs along from that day, and a month of
 * the fee is borne by the team of its last day. The parts add up to the fee and to what funds it, to the penny, and are
 * invoiced when the whole is. A team that is not in the plan any more leaves its months to the team before, or at home.
 */
export function feeOfTeams(
  line: CourseFeeLine,
  spells: readonly TeamSpell[],
  home: string,
  bears: (teamId: string) => boolean,
): FeeOfTeam[] {
  if (spells.length === 1) return [{ teamId: home, line }];
  const runs = runsOf(line, spells, home, bears);
  const [only, ...others] = runs;
  if (only === undefined || others.length === 0) return [{ teamId: only?.teamId ?? home, line }];
  const invoices = line.invoices ?? [{ month: line.firstMonth, bp: 10_000 }];
  return runs.map(({ teamId, from, to }) => {
    const share = (pence: number): number => cumulativePart(pence, from, to, line.courseMonths);
    const parts = { feePence: share(line.feePence), bursaryPence: share(line.bursaryPence), invoices };
    const firstMonth = addMonthsTo(line.firstMonth, from);
    return { teamId, line: { ...line, ...parts, firstMonth, courseMonths: to - from } };
  });
}
