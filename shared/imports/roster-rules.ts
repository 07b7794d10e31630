import { mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { groupByKey, lineList } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { CheckedRecord, Findings, KindRules, TextOf } from './kind.ts';
import { parseFileDate } from './read-date.ts';
import type { PlacedNote } from './read-row.ts';
import { rosterColumns, type RosterCells, type RosterRow } from './roster-columns.ts';

type Cells = Partial<RosterCells>;
type Checked = CheckedRecord<RosterRow>;

const minutesADay = 24 * 60;
const dateHeading = rosterColumns.date.heading;

function acrossCells({ employeeNumber, weekCommencing, date, minutes }: Cells): Findings {
  const refused: PlacedNote[] = exampleRow(rosterColumns.employeeNumber, employeeNumber);
  const note = (code: PlacedNote['code'], message: string): void =>
    void refused.push({ column: dateHeading, code, message });
  if (weekCommencing === null && date === null)
    note('REQUIRED', 'Neither a week nor a day is given. Fill in one.');
  if (weekCommencing && date) note('CELLS_DISAGREE', 'Give the week or the day, not both.');
  if (date && minutes !== undefined && minutes > minutesADay)
    note('OUT_OF_RANGE', 'A day has 24 hours at most. Check the hours.');
  return { refused, warned: [] };
}

function weekOf({ weekCommencing, date }: Cells): PlainDate | null {
  return weekCommencing ?? (date ? mondayOf(date) : null);
}

function keyOf(cells: Cells): string | null {
  const week = weekOf(cells);
  return cells.employeeNumber === undefined || week === null ? null : `${cells.employeeNumber} ${week}`;
}

function toRow(cells: RosterCells): RosterRow {
  const { employeeNumber, minutes } = cells;
  const week = weekOf(cells);
  if (week === null) throw new RangeError('hours without a week');
  return { employeeNumber, week, minutes, source: 'roster' };
}

/** Rows of one person and week: those that repeat another, those that contradict another. */
type Repeats = {
  readonly copies: ReadonlyMap<number, string>;
  readonly contradictions: ReadonlyMap<number, string>;
};

function repeatsIn(week: readonly Checked[], dayOf: (record: Checked) => string): Repeats {
  const copies = new Map<number, string>();
  const contradictions = new Map<number, string>();
  for (const group of groupByKey(week, dayOf).values()) {
    const [first] = group;
    if (first === undefined || group.length === 1) continue;
    const lines = lineList(group);
    if (group.every(({ row }) => row !== null && row.minutes === first.row?.minutes)) {
      const message = `The same hours as on line ${first.line}. They are counted once; remove this copy.`;
      for (const { record } of group.slice(1)) copies.set(record, message);
    } else {
      const message = `The same days stand on lines ${lines} with different hours. Give each day or week once.`;
      for (const { record } of group) contradictions.set(record, message);
    }
  }
  return { copies, contradictions };
}

function refuse(column: string | null, code: PlacedNote['code'], message: string): Findings {
  return { refused: [{ column, code, message }], warned: [] };
}

const incomplete =
  'Another row of this person and week is refused, so the week would be short. Put that row right first.';

/** The rows of one week stand or fall together: half a week would be read as the whole. */
function judgeWeek(week: readonly Checked[], dayOf: (record: Checked) => string): [number, Findings][] {
  const { copies, contradictions } = repeatsIn(week, dayOf);
  const asWeek = week.filter((record) => dayOf(record) === '').length;
  if (asWeek > 0 && asWeek < week.length) {
    const message = `This week stands as a whole and by its days, on lines ${lineList(week)}. Keep one of the two.`;
    return week.map(({ record }) => [record, refuse(dateHeading, 'DUPLICATE_IN_FILE', message)]);
  }
  const broken = contradictions.size > 0 || week.some(({ row }) => row === null);
  return week.flatMap(({ record, row }): [number, Findings][] => {
    const repeated = copies.get(record) ?? contradictions.get(record);
    if (repeated !== undefined) return [[record, refuse(dateHeading, 'DUPLICATE_IN_FILE', repeated)]];
    return broken && row !== null ? [[record, refuse(null, 'WEEK_INCOMPLETE', incomplete)]] : [];
  });
}

function acrossRows(records: readonly Checked[], textOf: TextOf): ReadonlyMap<number, Findings> {
  const dayOf = (record: Checked): string => parseFileDate(textOf(record, 'date')) ?? '';
  const weeks = groupByKey(records, ({ key }) => key);
  return new Map([...weeks.values()].flatMap((week) => (week.length === 1 ? [] : judgeWeek(week, dayOf))));
}

/** Every accepted row of a week says the hours of the whole week, whatever the order of the rows. */
function addUpWeeks(records: readonly Checked[]): readonly Checked[] {
  const sums = new Map<string | null, number>();
  for (const { key, row } of records) if (row !== null) sums.set(key, (sums.get(key) ?? 0) + row.minutes);
  return records.map((record) => {
    const minutes = sums.get(record.key);
    return record.row === null || minutes === undefined
      ? record
      : { ...record, row: { ...record.row, minutes } };
  });
}

/** How roster hours are checked. Whether the person is a learner in the week is asked of the database. */
export const rosterRules: KindRules<typeof rosterColumns, RosterRow> = {
  kind: 'roster-hours',
  columns: rosterColumns,
  acrossCells,
  toRow,
  keyOf,
  personOf: (cells) => cells.employeeNumber ?? null,
  settle: addUpWeeks,
  acrossRows,
};
