import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { workbookOf, type BookCell, type BookTable, type Workbook } from './workbook.ts';

/** A parameter behind the figures, as the reader of a workbook needs it. */
export type ParameterLine = {
  readonly name: string;
  /** A bare number where it is one: 14.38. */
  readonly value: string | number;
  /** "%", "£ a year". */
  readonly unit: string;
  readonly from: PlainDate;
  readonly status: string;
  readonly source: string;
};

/** Where a workbook comes from and what its figures rest on. Never a person's name: who made it is a role. */
export type BookAbout = {
  /** The page's title: "Cover to book". */
  readonly page: string;
  /** Its address, with the filters in it. */
  readonly address: string;
  readonly trust: string;
  readonly role: string;
  readonly madeOn: PlainDate;
  readonly dataDate: PlainDate;
  readonly scenario: string;
  readonly engine: string;
  readonly synthetic: boolean;
  /** "Medicine division only"; `null` for the whole trust. */
  readonly limit: string | null;
  /** Filters and basis in words. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly ParameterLine[];
};

function cover(title: string, about: BookAbout, tables: readonly BookTable[]): BookTable {
  const dates: readonly (readonly [string, BookCell])[] = [
    ['Made on', about.madeOn],
    ['Data to', about.dataDate],
  ];
  const words: readonly (readonly [string, string])[] = [
    ['Scenario', about.scenario],
    ['Model version', about.engine],
    [
      'Data',
      about.synthetic ? 'Example data: an invented trust with no real people' : 'The trust’s own data',
    ],
    ['Money', 'Pounds with pence. Financial years run from 1 April to 31 March.'],
    ['Time', 'Hours, as decimals: 7.5 is seven hours and thirty minutes.'],
    ['Sums', 'Sums and cost lines are formulas: change a figure and they follow.'],
    ['Text', 'An apostrophe in front of a text keeps a spreadsheet from running it as a formula.'],
    ...tables.map(({ sheet, title: holds }): [string, string] => [`Sheet “${sheet}”`, holds]),
  ];
  return {
    sheet: 'About',
    title,
    note: 'From Protected Time. One table a sheet; nothing is hidden.',
    columns: [
      { heading: 'About this workbook', kind: 'text' },
      { heading: 'Value', kind: 'date' },
    ],
    rows: [
      ['Page', about.page],
      ['Address', about.address],
      ['Trust', about.trust],
      ['What is in it', about.limit ?? 'The whole trust'],
      ['Made by', about.role],
      ...dates,
      ...words,
    ],
  };
}

function assumptions({ filters, parameters, dataDate }: BookAbout): BookTable {
  const empty: readonly BookCell[] = [null, null, null, null];
  const none = 'No parameter of the model: the table is a list of what was entered or imported.';
  return {
    sheet: 'Assumptions and filters',
    title: 'Filters, basis and parameters used',
    note: 'A parameter counts from its date until its next row. “Our own value” before a source: the trust’s own, in place of the published one.',
    columns: [
      { heading: 'Kind', kind: 'text' },
      { heading: 'Name', kind: 'text' },
      { heading: 'Value', kind: 'number' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'From', kind: 'date' },
      { heading: 'Status', kind: 'text' },
      { heading: 'Source', kind: 'text' },
    ],
    rows: [
      ...filters.map(({ name, value }) => ['Filter or basis', name, value, ...empty]),
      ...(filters.length === 0 ? [['Filter or basis', 'None', 'Everything the page holds', ...empty]] : []),
      ...parameters.map(({ name, value, unit, from, status, source }) => [
        ...['Parameter', name, value, unit, from, status, source],
      ]),
      ...(parameters.length === 0 ? [['Parameter', 'None', none, null, dataDate, null, null]] : []),
    ],
  };
}

/** A whole workbook: what it is, what it rests on, then its tables. */
export function aboutAndTables(title: string, about: BookAbout, tables: readonly BookTable[]): Workbook {
  const used = assumptions(about);
  return workbookOf(title, about.madeOn, [cover(title, about, [used, ...tables]), used, ...tables]);
}
