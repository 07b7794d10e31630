import type { ReactElement } from 'react';
import { academicYearOf } from '../../shared/calendar/years.ts';
import { kingsEntry } from '../../shared/programmes/stage-facts.ts';
import { stageNames, stages, type Stage } from '../../shared/programmes/stages.ts';
import {
  courses,
  statedFeeOn,
  statedReleaseOn,
  universities,
  type University,
} from '../../shared/programmes/universities.ts';
import { useParameters } from '../app/parameters.ts';
import { useSession } from '../app/session.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import type { ShownCatalogue } from './catalogue-model.ts';

const enterYours = 'Not known, enter yours';
const seen = { published: '', unverified: ' (not verified)' } as const;

function stagesOf(university: University): string {
  const offered = courses[university].stages;
  return stages
    .map(
      (stage) => `${stageNames[stage]}${offered[stage] === 'published' ? seen.published : seen.unverified}`,
    )
    .join(', ');
}

/** The four universities side by side: release and fee as far as they are published or entered. */
export function UniversitiesTable(props: {
  readonly shown: ShownCatalogue;
  readonly stage: Stage;
}): ReactElement {
  const { shown, stage } = props;
  const { today } = useSession();
  const set = useParameters();
  const year = academicYearOf(today);
  const feeOf = (university: University): number | null =>
    shown.fees.find(
      (fee) => fee.university === university && fee.stage === stage && fee.academicYear === year,
    )?.feePence ??
    statedFeeOn(university, today, set)?.value ??
    null;
  const columns: readonly DataColumn<University>[] = [
    { key: 'name', label: 'University', value: (university) => courses[university].name },
    {
      key: 'programme',
      label: 'Programme',
      value: (university) =>
        `${courses[university].programme}${courses[university].programmeStatus === 'published' ? '' : ' (from its address; not verified)'}`,
    },
    { key: 'stages', label: 'Stages', value: stagesOf },
    { key: 'start', label: 'Starts', value: () => 'September or October' },
    {
      key: 'release',
      label: 'Release asked for a year',
      value: (university) => {
        const stated = statedReleaseOn(university, today, set);
        return stated === null ? enterYours : `About ${hours(stated.value)} hours`;
      },
    },
    {
      key: 'fee',
      label: `Fee, ${stageNames[stage]}, ${year}`,
      value: (university) => {
        const fee = feeOf(university);
        return fee === null ? enterYours : pounds(fee);
      },
    },
    {
      key: 'entry',
      label: 'Entry rules of its own',
      value: (university) => (university === 'kings' ? kingsEntry.join(' ') : enterYours),
    },
  ];
  return (
    <DataTable
      caption="Programmes by university"
      columns={columns}
      rows={universities}
      rowKey={(university) => university}
      csvName="programmes.csv"
      foot="Release not published is agreed learner by learner. A fee is never guessed."
    />
  );
}
