import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { addMonths } from '../../shared/calendar/plain-date.ts';
import { monthsAhead, type LeadLoss } from '../../shared/research/study-lead.ts';
import { paths } from '../app/paths.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { lossInWords, type ListedStudy, type ShownResearch } from './research-model.ts';

type Row = { readonly loss: LeadLoss; readonly study: ListedStudy };

function columnsAt({ dataCut }: ShownResearch): readonly DataColumn<Row>[] {
  return [
    {
      key: 'study',
      label: 'Study',
      value: ({ study }) => study.reference,
      cell: ({ study }) => (
        <Link to={paths.study} params={{ studyId: study.id }}>
          {study.reference}
        </Link>
      ),
      oneLine: true,
    },
    { key: 'title', label: 'Title', value: ({ study }) => study.title },
    {
      key: 'on',
      label: 'Last day with a PI',
      value: ({ loss }) => loss.on,
      cell: ({ loss }) => (loss.on === null ? 'None today' : shortDate(loss.on)),
      oneLine: true,
    },
    { key: 'why', label: 'Why', value: ({ loss }) => lossInWords(loss, dataCut) },
  ];
}

/** Open and suspended studies with no Principal Investigator now, or none within a year, and nobody named to follow. */
export function LossesTable({ shown }: { readonly shown: ShownResearch }): ReactElement {
  const byId = new Map(shown.studies.map((study) => [study.id, study]));
  const rows = shown.losses.flatMap((loss) => {
    const study = byId.get(loss.studyId);
    return study === undefined ? [] : [{ loss, study }];
  });
  return (
    <DataTable
      caption="Studies that lose their PI"
      note={`Open and suspended studies, up to ${longDate(addMonths(shown.dataCut, monthsAhead))}, with nobody named to follow`}
      columns={columnsAt(shown)}
      rows={rows}
      rowKey={({ loss }) => loss.studyId}
      csvName="studies-losing-their-pi.csv"
      empty="Every open study with a log that is held keeps a named PI for the next 12 months."
      foot="A PI role belongs to a study and ends with it. Studies whose delegation log is not held are not judged."
    />
  );
}
