import type { ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { credentialTypeNames, type Credential } from '../../shared/programmes/credentials.ts';
import { SourceStatus, statusNames } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shownFile, type TableFile } from '../components/table-book.ts';
import { longDate } from '../format/dates.ts';
import type { ShownCatalogue } from './catalogue-model.ts';

type CredentialsTableProps = {
  /** File name of its CSV. */
  readonly csvName: string;
  readonly caption: string;
  readonly note: string;
  readonly rows: readonly Credential[];
  readonly holders: ShownCatalogue['holders'];
};

function dayOrYear(text: string | null): string | null {
  if (text === null) return null;
  const day = parsePlainDate(text);
  return day === null ? text : longDate(day);
}

/** The row of an area stands over those of its credentials. */
type Row = { readonly area: string; readonly credential: Credential | null };

function byArea(credentials: readonly Credential[]): readonly Row[] {
  const areas = [...new Set(credentials.map(({ area }) => area))];
  return areas.flatMap((area) => [
    { area, credential: null },
    ...credentials.filter((one) => one.area === area).map((credential) => ({ area, credential })),
  ]);
}

function statusInWords({ now, nowOn }: Credential): string {
  const on = dayOrYear(nowOn);
  if (now.endsWith(on ?? '?')) return now;
  return `${now}, ${on ?? 'no date given'}`;
}

function column(key: string, label: string, of: (credential: Credential) => string | null): DataColumn<Row> {
  return { key, label, value: ({ credential }) => (credential === null ? null : of(credential)) };
}

const type = column('type', 'Type', (one) => credentialTypeNames[one.type]);
const listed = column('listed', 'On the list of 2020 to 2021', (one) => one.listed);
const described: readonly DataColumn<Row>[] = [
  { key: 'name', label: 'Credential', value: ({ area, credential }) => credential?.name ?? area },
  column('owner', 'Owner', ({ owner }) => owner),
  type,
  listed,
  {
    ...column(
      'now',
      'Status, its date and how far it is known',
      (one) => `${statusInWords(one)}. ${statusNames[one.status]}`,
    ),
    cell: ({ credential }) => (credential === null ? null : <Status of={credential} />),
  },
  column('source', 'Source', ({ source }) => source),
];

function Status({ of }: { readonly of: Credential }): ReactElement {
  return (
    <>
      {statusInWords(of)} <SourceStatus status={of.status} />
    </>
  );
}

/** In a file the area is a column of its own, and every row a credential. */
function fileOf(columns: readonly DataColumn<Row>[], credentials: readonly Credential[]): TableFile {
  const { headings, rows } = shownFile(
    columns,
    credentials.map((credential) => ({ area: credential.area, credential })),
  );
  return {
    headings: ['Area', ...headings],
    rows: rows.map((row, index) => [credentials[index]?.area ?? null, ...row]),
  };
}

/** One catalogue, area by area, with the status of each, its date and source, and who has it. */
export function CredentialsTable({
  caption,
  note,
  rows,
  holders,
  csvName,
}: CredentialsTableProps): ReactElement {
  const counted = (key: 'holds' | 'studies', label: string): DataColumn<Row> => ({
    key,
    label,
    numeric: true,
    value: ({ credential }) =>
      credential === null ? null : (holders.find((held) => held.credential === credential.key)?.[key] ?? 0),
  });
  const columns = [...described, counted('holds', 'Hold it'), counted('studies', 'Study for it')];
  // What is the same in every row is said once, over the table.
  const [first] = rows;
  const oneType = first !== undefined && rows.every((one) => one.type === first.type);
  const left = [...(oneType ? [type] : []), ...(rows.some((one) => one.listed !== null) ? [] : [listed])];
  return (
    <DataTable
      caption={caption}
      note={oneType ? `${credentialTypeNames[first.type]}. ${note}` : note}
      columns={columns.filter((one) => !left.includes(one))}
      rows={byArea(rows)}
      rowKey={({ area, credential }) => credential?.key ?? area}
      rowKind={({ credential }) => (credential === null ? 'group' : 'plain')}
      csvName={csvName}
      csv={fileOf(columns, rows)}
      empty="None yet."
    />
  );
}
