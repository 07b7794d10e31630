import type { OverviewSummary } from '../../scenario/overview-summary.ts';
import type { Outlook } from '../../scenario/people-outlook.ts';
import { chartOf, notKnown, type FigureBody } from '../figure.ts';
import { dayOf, whole } from '../words.ts';
import { step } from '../working.ts';

/** What is counted, how it is called where there is little room, and how many. */
type OutlookRow = readonly [label: string, short: string, outlook: Outlook | null];

function rangeOf({ p10, p90 }: Outlook): string {
  return p10 === p90 ? whole(p10) : `${whole(p10)} to ${whole(p90)}`;
}

/** A projection is of nobody yet: nothing is hidden. */
export function projectionFigure(summary: OverviewSummary): FigureBody {
  const rows: readonly OutlookRow[] = [
    ['Qualified and in post', 'qualified', summary.qualified],
    ['First named as Co-Investigator (sub-investigator)', 'new Co-Investigators', summary.coiGained],
    ['First named as Principal Investigator', 'new Principal Investigators', summary.piGained],
  ];
  const known = rows.flatMap(([label, short, outlook]) =>
    outlook === null ? [] : [{ label, short, outlook }],
  );
  const on = known[0]?.outlook.on;
  if (on === undefined) return notKnown('There is nothing on the register to project from.');
  const title = `Projection to ${dayOf(on)}, middle and 80% range`;
  return {
    headline: known
      .map(({ short, outlook }) => `${whole(outlook.p50)} ${short} (${rangeOf(outlook)})`)
      .join('; '),
    sentence: `Supporting material: by ${dayOf(on)} the model expects ${known.map(({ label, outlook }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} about ${whole(outlook.p50)} (80% range ${rangeOf(outlook)})`).join('; ')}.`,
    table: {
      caption: title,
      columns: ['Count', 'Middle', '80% range'].map((label, index) => ({ label, numeric: index > 0 })),
      rows: known.map(({ label, outlook }) => [label, whole(outlook.p50), rangeOf(outlook)]),
    },
    chart: chartOf(
      'bars',
      title,
      known.map(({ label, outlook: { p10, p50, p90 } }) => ({
        label,
        value: p50,
        text: `${whole(p50)} (${rangeOf({ p10, p50, p90, on })})`,
        low: p10,
        high: p90,
      })),
    ),
    // A projection is of people who are not named yet: a small count of it points to nobody.
    working: known.flatMap(({ label, outlook: { p10, p50, p90 } }) => [
      step(`${label}, middle`, 'number', p50, 'model'),
      step(`${label}, lower end of the 80% range`, 'number', p10, 'model'),
      step(`${label}, upper end of the 80% range`, 'number', p90, 'model'),
    ]),
  };
}
