import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { asError } from '../app/error-text.ts';
import { openingReasonNames } from '../../shared/research/openings.ts';
import { paths } from '../app/paths.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longDate, longMonth, shortDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import {
  conversion,
  followerInWords,
  heldInWords,
  largestLoss,
  stepNames,
  weeksOf,
  type AnyStep,
} from './stuck-words.ts';

/** Where people are stuck on the way to a role, and the studies that want a Principal Investigator. */
export function StuckPart(): ReactElement {
  const steps = useQuery(trpc.pipeline.steps.queryOptions());
  const leads = useQuery(trpc.pipeline.leads.queryOptions());
  const error = steps.error ?? leads.error;
  return (
    <Section title="Where people are stuck" id="stuck">
      {error !== null ? (
        <p>{asError(error).message}</p>
      ) : steps.data === undefined || leads.data === undefined ? (
        <Loading what="Reading the register" />
      ) : (
        <>
          <Steps shown={steps.data} />
          <Leads shown={leads.data} />
        </>
      )}
    </Section>
  );
}

type StepRow =
  | { readonly kind: 'group'; readonly key: string; readonly label: string }
  | { readonly kind: 'step'; readonly key: string; readonly step: AnyStep; readonly before: number | null };

function rowsOf(shown: Outputs['pipeline']['steps']): readonly StepRow[] {
  const row = (step: AnyStep, before: number | undefined): StepRow => ({
    kind: 'step',
    key: step.step,
    step,
    before: before ?? null,
  });
  return [
    { kind: 'group', key: 'course', label: `On to the course: intakes from ${longMonth(shown.intakesFrom)}` },
    ...shown.course.map((step) => row(step, shown.courseYearAgo[step.step])),
    { kind: 'group', key: 'roles', label: 'From the award to a role: everybody in post with an award' },
    ...shown.roles.map((step) => row(step, shown.rolesYearAgo[step.step])),
  ];
}

function ofStep<T>(of: (step: AnyStep) => T): (row: StepRow) => T | null {
  return (row) => (row.kind === 'step' ? of(row.step) : null);
}

function Steps({ shown }: { readonly shown: Outputs['pipeline']['steps'] }): ReactElement {
  const steps: readonly AnyStep[] = [...shown.course, ...shown.roles];
  return (
    <>
      <p>{largestLoss(steps)}</p>
      <DataTable
        caption="People at each step"
        note={`Framework, on ${longDate(shown.dataCut)}. Waits are to the next step, of those whose both days are recorded; for a role, from the award. A dash is not known.`}
        rows={rowsOf(shown)}
        rowKey={({ key }) => key}
        rowKind={({ kind }) => (kind === 'group' ? 'group' : 'plain')}
        csvName="people-at-each-step.csv"
        columns={[
          {
            key: 'step',
            label: 'Step',
            value: (row) => (row.kind === 'step' ? stepNames[row.step.step] : row.label),
          },
          { key: 'reached', label: 'Came this far', numeric: true, value: ofStep(({ reached }) => reached) },
          { key: 'on', label: 'Went on', numeric: true, value: ofStep(conversion) },
          { key: 'wait', label: 'Middle wait', note: 'weeks', numeric: true, value: ofStep(weeksOf) },
          { key: 'here', label: 'Still here', numeric: true, value: ofStep(({ waiting }) => waiting) },
          {
            key: 'before',
            label: 'A year ago',
            note: 'came this far',
            numeric: true,
            value: (row) => (row.kind === 'step' ? row.before : null),
          },
          {
            key: 'held',
            label: 'Avoidable',
            value: ofStep(({ held }) => (held === null ? null : heldInWords(held))),
          },
        ]}
      />
    </>
  );
}

function Leads({ shown }: { readonly shown: Outputs['pipeline']['leads'] }): ReactElement {
  const ready =
    shown.ready === null
      ? 'Who is ready to act is not recorded yet: record readiness on the learner’s page.'
      : `${plural(shown.ready, 'person', 'people')} who ${shown.ready === 1 ? 'leads' : 'lead'} no study ${shown.ready === 1 ? 'is' : 'are'} ready to act.`;
  return (
    <DataTable
      caption="Studies that want a Principal Investigator, and who could lead"
      note={`Within 12 months of ${longDate(shown.dataCut)}. ${ready}`}
      rows={shown.studies}
      rowKey={({ id }) => id}
      pageRows={20}
      csvName="studies-wanting-a-pi.csv"
      empty="No study whose log is held loses its PI within 12 months, and none in set-up is without one."
      foot="By specialty of the studies somebody is or was on, and by the dated rule of who may lead a type of study. The sponsor and the trust decide."
      columns={[
        {
          key: 'study',
          label: 'Study',
          value: ({ reference }) => reference,
          cell: ({ id, reference }) => (
            <Link to={paths.study} params={{ studyId: id }}>
              {reference}
            </Link>
          ),
          oneLine: true,
        },
        { key: 'specialty', label: 'Specialty', value: ({ specialty }) => specialty },
        { key: 'why', label: 'Why', value: ({ reason }) => openingReasonNames[reason] },
        {
          key: 'on',
          label: 'Last day with a PI',
          value: ({ on }) => on,
          cell: ({ on }) => (on === null ? 'None today' : shortDate(on)),
          oneLine: true,
        },
        { key: 'who', label: 'Who could lead', value: whoCouldLead },
      ]}
    />
  );
}

function whoCouldLead({ followers, notAllowed }: Outputs['pipeline']['leads']['studies'][number]): string {
  const left =
    notAllowed === 0
      ? ''
      : ` ${plural(notAllowed, 'person', 'people')} left out: the rule does not let their profession lead it.`;
  if (followers.length === 0) return `Nobody on record.${left}`;
  return `${followers.map(followerInWords).join('; ')}.${left}`;
}
