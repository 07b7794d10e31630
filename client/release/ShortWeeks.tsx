import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { AfterCover } from './AfterCover.tsx';
import { fixWords } from './fix-words.ts';
import { standingGroups, type StandingGroup } from './short-weeks.ts';
import type { TeamView } from './team-view.ts';
import { theWeeks, weekList } from './week-words.ts';

type ShortWeeksProps = { readonly view: TeamView; readonly onFix: (fixed: boolean) => void };

/** Short weeks by date with margin and chance, the fix with its price; those short anyway and those close apart. */
export function ShortWeeks({ view, onFix }: ShortWeeksProps): ReactElement | null {
  const { ward, shiftMinutes, isFixed } = view;
  if (ward.short === null) return <NotJudged view={view} />;
  const groups = standingGroups(ward.weeks, shiftMinutes);
  return (
    <>
      {isFixed ? <FixApplied view={view} onFix={onFix} /> : null}
      {groups.afterCover.length === 0 ? null : (
        <AfterCover view={view} groups={groups.afterCover} onFix={onFix} />
      )}
      <Apart
        lead="Short with nobody released, so never because of release: "
        groups={groups.withoutRelease}
        words={({ by, shifts, chance }) => `below by ${by} (${shifts}), chance ${chance}`}
      />
      <Apart
        lead="Close, and not counted as short: "
        groups={groups.close}
        words={({ by, chance }) => `above by ${by}, with a ${chance} chance of being short`}
      />
    </>
  );
}

function NotJudged({ view }: { readonly view: TeamView }): ReactElement {
  const missing =
    view.inputs.plannedMinimumMinutes === null && view.team.plan.team.plannedMinimum === null
      ? 'planned minimum'
      : 'staff in post';
  return (
    <p>
      Which weeks are short is not known, since the team’s {missing} is not known. Type it under “Cover, rates
      and limits” to see them; cost is not affected.
    </p>
  );
}

function FixApplied({ view, onFix }: ShortWeeksProps): ReactElement {
  const { ward } = view.asked.answer;
  const releaseWeeks = ward?.weeks.filter(({ released }) => released > 0).length ?? 0;
  const price = ward === null ? null : fixWords({ ward, releaseWeeks });
  return (
    <Panel
      kind="plain"
      title="Shown with these weeks fixed"
      actions={<LinkButton onClick={() => onFix(false)}>Show the weeks as they were asked</LinkButton>}
    >
      <p>
        The study hours of {theWeeks(ward?.fix?.movedFrom ?? [])} are moved evenly into the other weeks with
        release. {price === null ? '' : `It costs ${price.price} (${price.byYear}). `}All figures here are
        with that change; nothing is saved.
      </p>
    </Panel>
  );
}

type ApartProps = {
  readonly lead: string;
  readonly groups: readonly StandingGroup[];
  readonly words: (group: StandingGroup) => string;
};

function Apart({ lead, groups, words }: ApartProps): ReactElement | null {
  if (groups.length === 0) return null;
  return (
    <p>
      <strong>{lead}</strong>
      {groups.map((group) => `${weekList(group.dates)} (${words(group)})`).join('; ')}.
    </p>
  );
}
