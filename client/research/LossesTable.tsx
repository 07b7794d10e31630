import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { addMonths } from '../../shared/calendar/plain-date.ts';
import { monthsAhead } from '../../shared/research/study-lead.ts';
import { paths } from '../app/paths.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { lossInWords, type ShownResearch } from './research-model.ts';

type Row = ShownResearch['losses'][number];

function columnsAt({ dataCut }: ShownResearch): readonly DataColumn<Row>[] {
  return [
    {
      key: 'study',
      label: 'Study',
      value: ({ reference }) => reference,
      cell: ({ studyId, reference }) => (
        <Link to={paths.study} params={{ studyId }}>
          {reference}
        </Link>
      ),
      oneLine: true,
    },
    { key: 'title', label: 'Title', value: ({ title }) => title },
    {
      key: 'on',
      label: 'Last day with a PI',
      value: ({ on }) => on,
      cell: ({ on }) => (on === null ? 'None today' : shortDate(on)),
      oneLine: true,
    },
    { key: 'why', label: 'Why', value: (loss) => lossInWords(loss, dataCut) },
  ];
}

/** Open and suspended studies with no Principal Investigator now, or none within a year, and nobody named to follow. */
export function LossesTable({ shown }: { readonly shown: ShownResearch }): ReactElement {
  return (
    <DataTable
      caption="Studies that lose their PI"
      note={`Open and suspended studies, up to ${longDate(addMonths(shown.dataCut, monthsAhead))}, with nobody named to follow`}
      columns={columnsAt(shown)}
      rows={shown.losses}
      rowKey={({ studyId }) => studyId}
      pageRows={50}
      csvName="studies-losing-their-pi.csv"
      empty="Every open study with a log that is held keeps a named PI for the next 12 months."
      foot="A PI role belongs to a study and ends with it. Studies whose delegation log is not held are not judged."
    />
  );
}
