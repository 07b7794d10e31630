import type { ReactElement } from 'react';
import { Button } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { hours } from '../format/hours.ts';
import { weeksInWords } from './answer-words.ts';
import { fixWords } from './fix-words.ts';
import type { StandingGroup } from './short-weeks.ts';
import { limitSentence } from './team-figures.ts';
import type { TeamView } from './team-view.ts';
import { weekList } from './week-words.ts';

type AfterCoverProps = {
  readonly view: TeamView;
  readonly groups: readonly StandingGroup[];
  readonly onFix: (fixed: boolean) => void;
};

/** The finding with its fix: which weeks stay short, by how much and how surely, and what moving them costs in each year. */
export function AfterCover({ view, groups, onFix }: AfterCoverProps): ReactElement {
  const count = view.ward.short?.afterCover.length ?? 0;
  const [only] = groups;
  const each =
    groups.length === 1 && only !== undefined ? `, ${count === 1 ? '' : 'each '}by ${only.by}` : '';
  const fix = view.isFixed ? null : fixWords(view);
  const limit = limitSentence(view.asked.limit, view.learners);
  return (
    <Panel
      kind="outlined"
      title={`${weeksInWords(count)} ${count === 1 ? 'stays' : 'stay'} short after cover${each}`}
    >
      {groups.length === 1 && only !== undefined ? (
        <OneGroup view={view} group={only} />
      ) : (
        <ManyGroups groups={groups} />
      )}
      {fix === null ? null : (
        <>
          <p>
            <strong>Fix these weeks:</strong> {fix.what} It costs <strong>{fix.price}</strong> ({fix.byYear})
            and leaves {fix.unfilled}.
          </p>
          <p className="pt-no-print">
            <Button onClick={() => onFix(true)}>{fix.button}</Button>
          </p>
        </>
      )}
      {limit === null ? null : <p className="pt-meta">{limit}</p>}
    </Panel>
  );
}

function OneGroup({ view, group }: { readonly view: TeamView; readonly group: StandingGroup }): ReactElement {
  const minimum = view.inputs.plannedMinimumMinutes ?? 0;
  const each = group.dates.length === 1 ? 'It' : 'Each';
  return (
    <p>
      The {group.dates.length === 1 ? 'week' : 'weeks'} of <strong>{weekList(group.dates)}</strong>. {each}{' '}
      has {group.available} hours against a planned minimum of {hours(minimum)}, short by {group.by} (
      {group.shifts}), with a {group.chance} chance of being short: {group.chanceWords}.
    </p>
  );
}

function ManyGroups({ groups }: { readonly groups: readonly StandingGroup[] }): ReactElement {
  return (
    <ul>
      {groups.map((group) => (
        <li key={group.dates[0]}>
          <strong>{weekList(group.dates)}</strong>: short by {group.by} ({group.shifts}), chance{' '}
          {group.chance}, {group.chanceWords}
        </li>
      ))}
    </ul>
  );
}
