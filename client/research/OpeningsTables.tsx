import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { openingReasonNames } from '../../shared/research/openings.ts';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { shortTypeNames, whoMayLead, type ShownActivity } from './research-model.ts';

type Outlook = ShownActivity['outlook'][number];
type Opening = ShownActivity['openings'][number];

function counted(of: (row: Outlook) => number | null): Pick<DataColumn<Outlook>, 'value' | 'cell'> {
  return { value: of, cell: (row) => of(row) ?? <NotKnown what="who is ready is not recorded" /> };
}

const outlookColumns: readonly DataColumn<Outlook>[] = [
  {
    key: 'specialty',
    label: 'Specialty',
    value: ({ specialty }) => specialty,
    cell: ({ specialty }) => specialty ?? 'Specialty not known',
  },
  { key: 'setUp', label: 'Studies expected', note: 'in set-up', numeric: true, value: (row) => row.inSetUp },
  { key: 'openings', label: 'Openings', numeric: true, sortable: true, value: ({ openings }) => openings },
  {
    key: 'restricted',
    label: 'For listed professions',
    note: 'of the openings',
    numeric: true,
    value: ({ restricted }) => restricted,
  },
  { key: 'ready', label: 'People ready', numeric: true, sortable: true, ...counted(({ ready }) => ready) },
  {
    key: 'mayLead',
    label: 'May lead one',
    note: 'of the people ready',
    numeric: true,
    ...counted(({ mayLead }) => mayLead),
  },
  { key: 'gap', label: 'To grow', numeric: true, sortable: true, shaded: true, ...counted(({ gap }) => gap) },
];

/** Studies expected and openings against people ready, by specialty: where to grow. */
export function OutlookTable({ shown }: { readonly shown: ShownActivity }): ReactElement {
  const { ready, readyWithoutSpecialty } = shown;
  const people =
    ready === null
      ? 'Nobody’s readiness is recorded, so people ready are not known.'
      : `${plural(ready, 'person is', 'people are')} ready; of ${readyWithoutSpecialty} no specialty is known, since they have been on no study with one.`;
  return (
    <DataTable
      caption="Openings against people ready"
      note="By specialty, the widest gap first"
      columns={outlookColumns}
      rows={shown.outlook}
      rowKey={({ specialty }) => specialty ?? ''}
      csvName="openings-by-specialty.csv"
      pageRows={40}
      empty="No study is in set-up, none wants a PI, and nobody is recorded as ready."
      foot={`${people} A person’s specialties are those of the studies they have been on; somebody may stand in several, so people are not added.`}
    />
  );
}

const openingColumns: readonly DataColumn<Opening>[] = [
  {
    key: 'study',
    label: 'Study',
    value: ({ reference }) => reference,
    cell: ({ studyId, reference, title }) => (
      <>
        <Link to={paths.study} params={{ studyId }}>
          {reference}
        </Link>
        <span className="pt-meta pt-table__note">{title}</span>
      </>
    ),
  },
  {
    key: 'specialty',
    label: 'Specialty',
    sortable: true,
    value: ({ specialty }) => specialty,
    cell: ({ specialty }) => specialty ?? <NotKnown />,
  },
  {
    key: 'type',
    label: 'Type',
    value: ({ studyType }) => (studyType === null ? null : shortTypeNames[studyType]),
    cell: ({ studyType }) => (studyType === null ? <NotKnown /> : shortTypeNames[studyType]),
  },
  { key: 'why', label: 'Why', value: ({ reason }) => openingReasonNames[reason] },
  {
    key: 'from',
    label: 'Last day with a PI',
    value: ({ from }) => from,
    cell: ({ from }) => (from === null ? 'None today' : shortDate(from)),
    oneLine: true,
  },
  { key: 'who', label: 'Who may be PI', value: whoMay },
];

function whoMay({ studyType, bodies }: Opening): string {
  if (studyType === null) return whoMayLead({ who: 'not-known', bodies: [] });
  return whoMayLead(bodies === null ? { who: 'any', bodies: [] } : { who: 'listed', bodies });
}

/** Every study that wants a Principal Investigator within a year, with who may be one. */
export function OpeningsTable({ shown }: { readonly shown: ShownActivity }): ReactElement {
  return (
    <DataTable
      caption="Studies that want a PI"
      note="In set-up without one, or open with one who leaves, ends or asks to hand over within 12 months"
      columns={openingColumns}
      rows={shown.openings}
      rowKey={({ studyId }) => studyId}
      csvName="openings-for-a-pi.csv"
      pageRows={50}
      empty="No study wants a PI within 12 months."
      foot={
        <>
          A study that closes is no opening. Open studies whose delegation log is not held are not judged. Who
          may be PI follows the dated rules this product holds: the sponsor’s word decides.{' '}
          <Link to={paths.pipeline} hash="stuck">
            Who could lead each
          </Link>
          .
        </>
      }
    />
  );
}
