import type { ReactElement } from 'react';
import type { ParameterStatus } from '../../shared/parameters/types.ts';
import { useParameters } from '../app/parameters.ts';
import { StatusBadge } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { poundsAndPence } from '../format/money.ts';
import type { TeamView } from './team-view.ts';
import { assumedRows, rateRows, type SourceText } from './working.ts';

/** The rate of each year, with its terms and their sources. */
export function Rates({ view }: { readonly view: TeamView }): ReactElement {
  return (
    <DataTable
      caption="Cover rates used"
      columns={[
        { key: 'year', label: 'Financial year', value: ({ year }) => year },
        {
          key: 'label',
          label: 'Part',
          value: ({ label }) => label,
          cell: ({ label, isRate }) => (isRate ? <strong>{label}</strong> : label),
        },
        {
          key: 'pence',
          label: '£ an hour',
          numeric: true,
          value: ({ pence }) => pence / 100,
          cell: ({ pence, isRate }) =>
            isRate ? <strong>{poundsAndPence(pence)}</strong> : poundsAndPence(pence),
        },
        {
          key: 'source',
          label: 'Source',
          value: ({ sources }) => sources.map(({ text }) => text).join('; '),
          cell: ({ sources }) => <Sources sources={sources} />,
        },
      ]}
      rows={rateRows(view.asked.answer.rates, useParameters())}
      rowKey={({ key }) => key}
      rowKind={({ isRate }) => (isRate ? 'shaded' : 'plain')}
      empty="No rate is needed while nobody is released."
    />
  );
}

/** What stands in for figures the team has not entered. */
export function Assumed({ view }: { readonly view: TeamView }): ReactElement {
  return (
    <DataTable
      caption="Figures that the team has not entered"
      columns={[
        { key: 'input', label: 'Figure', value: ({ input }) => input },
        { key: 'value', label: 'Value used', numeric: true, value: ({ value }) => value },
        {
          key: 'source',
          label: 'Source',
          value: ({ source }) => source.text,
          cell: ({ source }) => <Sources sources={[source]} />,
        },
      ]}
      rows={assumedRows(view, useParameters())}
      rowKey={({ input }) => input}
      empty="None: every figure is the team’s own or typed here. The weeks of the course are an assumption, the same for every university."
    />
  );
}

/** How far a source can be relied on: none of our words for what a text states, a dashed box for a guess. */
const badges: Readonly<
  Record<ParameterStatus, { readonly kind: 'state' | 'assumption'; readonly text: string }>
> = {
  published: { kind: 'state', text: 'Published' },
  derived: { kind: 'state', text: 'Derived' },
  unverified: { kind: 'assumption', text: 'Not verified' },
  assumption: { kind: 'assumption', text: 'Assumption' },
  'not-found': { kind: 'assumption', text: 'Not found' },
};

function Sources({ sources }: { readonly sources: readonly SourceText[] }): ReactElement {
  return (
    <>
      {sources.map(({ text, status }) => (
        <span key={text} className="pt-release-source">
          {text}{' '}
          {status === null ? null : (
            <StatusBadge kind={badges[status].kind}>{badges[status].text}</StatusBadge>
          )}
        </span>
      ))}
    </>
  );
}
