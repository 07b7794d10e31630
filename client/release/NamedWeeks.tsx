import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { paths } from '../app/paths.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { plural } from '../format/numbers.ts';
import type { TeamWeeksByStanding } from './grid-view.ts';
import { weekList } from './week-words.ts';

type NamedWeeksProps = { readonly standings: readonly TeamWeeksByStanding[] };

type WeeksOf = (standing: TeamWeeksByStanding) => readonly PlainDate[];

/** The short weeks of each team in words: short after cover first; short anyway and close apart, on request. */
export function NamedWeeks({ standings }: NamedWeeksProps): ReactElement {
  return (
    <>
      <Teams standings={standings} of={({ afterCover }) => afterCover} />
      <Apart standings={standings} of={onlyCovered} noun="newly short, and kept by cover" />
      <Apart
        standings={standings}
        of={({ withoutRelease }) => withoutRelease}
        noun="short with nobody released"
        note="These are short whatever is released, and are not counted as short because of release."
      />
      <Apart
        standings={standings}
        of={({ close }) => close}
        noun="close"
        note="Kept, with a chance of at least 1 in 4 of being short."
      />
    </>
  );
}

function onlyCovered({ newlyShort, afterCover }: TeamWeeksByStanding): readonly PlainDate[] {
  const short = new Set(afterCover);
  return newlyShort.filter((monday) => !short.has(monday));
}

function Teams({ standings, of }: NamedWeeksProps & { readonly of: WeeksOf }): ReactElement | null {
  const named = standings.filter((standing) => of(standing).length > 0);
  if (named.length === 0) return null;
  return (
    <ul className={named.length > 1 ? 'pt-release-named pt-release-named--columns' : 'pt-release-named'}>
      {named.map((standing) => (
        <li key={standing.team.id}>
          <Link to={paths.team} params={{ teamId: standing.team.id }}>
            {standing.team.name}
          </Link>
          : {weekList(of(standing))}
        </li>
      ))}
    </ul>
  );
}

type ApartProps = NamedWeeksProps & {
  readonly of: WeeksOf;
  readonly noun: string;
  readonly note?: ReactNode;
};

function Apart({ standings, of, noun, note }: ApartProps): ReactElement | null {
  const weeks = standings.reduce((sum, standing) => sum + of(standing).length, 0);
  const teams = standings.filter((standing) => of(standing).length > 0).length;
  if (weeks === 0) return null;
  return (
    <Disclosure summary={`${plural(weeks, 'team-week', 'team-weeks')} ${noun}, in ${plural(teams, 'team')}`}>
      {note === undefined ? null : <p className="pt-meta">{note}</p>}
      <Teams standings={standings} of={of} />
    </Disclosure>
  );
}
