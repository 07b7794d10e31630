import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { OwnCourses } from '../../shared/programmes/own-course.ts';
import { changed } from './question.ts';
import { teamSearch, type TeamSearch } from './search.ts';

const route = getRouteApi('/house/release/$teamId');

/** Pause after the last key before the address follows: browsers refuse a flood of address changes. */
const addressDelay = 250;

export type TeamQuestionState = {
  readonly search: TeamSearch;
  readonly change: (patch: Partial<TeamSearch>) => void;
  /** Shows the weeks as the fix leaves them, or as asked; a step of its own in the browser's history. */
  readonly setFixed: (fixed: boolean) => void;
  readonly reset: () => void;
};

/** The question of the address, ahead of it by a moment while somebody types. */
export function useTeamSearch(dataCut: PlainDate, courses: OwnCourses): TeamQuestionState {
  const inAddress = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState<TeamSearch | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const search = typed ?? inAddress;

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const write = (next: TeamSearch, replace: boolean): void => {
    window.clearTimeout(timer.current);
    void navigate({ search: next, replace, resetScroll: false }).then(() => {
      // What was typed meanwhile stands: its own turn to be written comes.
      setTyped((now) => (now === next ? null : now));
    });
  };
  const change = (patch: Partial<TeamSearch>): void => {
    const next = changed(search, patch, dataCut, courses);
    setTyped(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => write(next, true), addressDelay);
  };
  return {
    search,
    change,
    setFixed: (fixed) => {
      const next = { ...search, fixed };
      setTyped(next);
      write(next, false);
    },
    reset: () => {
      setTyped(teamSearch.defaults);
      write(teamSearch.defaults, true);
    },
  };
}
