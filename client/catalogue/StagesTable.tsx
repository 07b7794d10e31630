import type { ReactElement } from 'react';
import { stageFactsOn, type StageFacts } from '../../shared/programmes/stage-facts.ts';
import { stageNames, stages } from '../../shared/programmes/stages.ts';
import { useParameters } from '../app/parameters.ts';
import { useSession } from '../app/session.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { hours } from '../format/hours.ts';
import { hoursSpan, spanInWords } from './catalogue-model.ts';

const columns: readonly DataColumn<StageFacts>[] = [
  { key: 'stage', label: 'Stage', value: ({ stage }) => stageNames[stage] },
  { key: 'credits', label: 'Credits', numeric: true, value: ({ credits }) => credits },
  {
    key: 'hours',
    label: 'Learning hours',
    numeric: true,
    oneLine: true,
    value: ({ learningMinutes }) => learningMinutes / 60,
    cell: ({ learningMinutes }) => hours(learningMinutes),
  },
  { key: 'months', label: 'Months, about', numeric: true, value: ({ studyMonths }) => studyMonths },
  {
    key: 'modules',
    label: 'Online modules',
    value: ({ onlineModules }) => (onlineModules === null ? 'None' : spanInWords(onlineModules)),
  },
  { key: 'work', label: 'And', value: ({ work }) => work },
  {
    key: 'practice',
    label: 'Tasks at work',
    value: ({ practiceMinutes }) => (practiceMinutes === null ? 'None' : hoursSpan(practiceMinutes)),
  },
  { key: 'entry', label: 'Entry', value: ({ entry }) => entry.join(' ') },
  { key: 'leads', label: 'Leads towards', value: ({ leadsTo }) => leadsTo },
];

/** The stages as the framework describes them for every university. */
export function StagesTable(): ReactElement {
  const { today } = useSession();
  const set = useParameters();
  const facts = stages.map((stage) => stageFactsOn(stage, today, set));
  const [first] = facts;
  const weekly = first === undefined ? '' : hoursSpan(first.weeklyMinutes);
  return (
    <DataTable
      caption="The framework’s stages"
      note="Part time; courses start in September or October; three years for all three"
      columns={columns}
      rows={facts}
      rowKey={({ stage }) => stage}
      csvName="framework-stages.csv"
      foot={`A 15-credit module takes ${weekly} of study a week. A certificate does not make a Principal Investigator. Source: NIHR, Clinician Researcher Credentials Framework.`}
    />
  );
}
