import { heading, plain, type Block } from './blocks.ts';
import type { FigureTable } from './figure.ts';
import { metricOf } from './metric-list.ts';
import { words } from './pack-summary.ts';
import type { Snapshot } from './snapshot.ts';
import type { StatementFields } from './statement.ts';
import { dayOf, whole } from './words.ts';

function usedMetrics(statements: readonly StatementFields[]): FigureTable {
  const used = [...new Set(statements.flatMap(({ facts }) => facts.map(({ metric }) => metric)))];
  const rows = used.map((metric) => {
    const { name, definition, numerator, denominator, source } = metricOf(metric);
    return [name, definition, numerator, denominator, source];
  });
  const columns = [
    words('Metric', 3),
    words('Definition', 6),
    words('Numerator', 4),
    words('Denominator', 3),
    words('Source', 3),
  ];
  return { caption: 'Metrics used, with their definitions', columns, rows };
}

/** What the figures were made by; packs of the first rules say no number of them. */
function madeBy({ engine, rules, parameterHash, inputs }: Snapshot): string {
  const by = rules === undefined ? `model ${engine}` : `model ${engine} and figure rules ${whole(rules)}`;
  return `Worked out by ${by} with parameter set ${parameterHash} from the register of ${dayOf(inputs.dataCut)}. Inputs, parameters and the working of each figure are kept in the snapshot, and whoever has the right can work each figure out again.`;
}

/** What stands behind the whole: definitions, how the figures can be had again, and who signs. */
export function closingBlocks(snapshot: Snapshot, hash: string): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Definitions', onNewPage: true },
    { kind: 'table', table: usedMetrics(snapshot.statements) },
    heading(2, 'How these figures were made'),
    plain(madeBy(snapshot)),
    plain(
      'Counts under five are hidden in headcount, hours, money and percentages together, with as many others as it takes for nobody to work them out. Sentences, decisions and gaps written by hand are as their writers left them.',
    ),
    plain(`SHA-256 of the snapshot: ${hash}`),
    heading(2, 'Approval'),
    { kind: 'signatures', of: ['Prepared by', 'Checked by', 'Approved for the board by'] },
  ];
}
