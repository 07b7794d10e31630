import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { EmptyState } from '../components/Panel.tsx';

/** A trust without a study in its register: nobody is known as named, and what to do about it. */
export function NoStudies(): ReactElement {
  const mayAdd = useMay('research.saveStudy');
  return (
    <EmptyState
      title="No studies yet"
      why="Nobody can be shown as named: that comes from delegation logs alone, and this trust has no study in its register. Not known is not nobody."
      action={
        mayAdd ? (
          <span>
            Add the first study on <Link to={paths.research}>Research activity</Link>, or{' '}
            <Link to={paths.imports}>import a list of studies and their logs</Link>.
          </span>
        ) : (
          <span>Ask a research director or the administrator of the trust to record the first study.</span>
        )
      }
      sample="With studies and their logs this page says, for example, “40 people are named on a delegation log: 26 PIs and 14 Co-Is; delegation record held for 33 of 38 open studies.”"
    />
  );
}
