import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { WorkingOf } from '../../shared/budget/working-of.ts';
import { paths } from '../app/paths.ts';
import { pounds } from '../format/money.ts';
import { workingKey } from './working-key.ts';

const route = getRouteApi('/house/budget');

/** Where the focus goes back to when a working is closed. */
export function poundId(key: string): string {
  return `pound-${key}`;
}

type PoundProps = { readonly pence: number; readonly of: WorkingOf };

/** An amount that opens its working beside it, at an address of its own; £0 has no working. */
export function Pound({ pence, of }: PoundProps): ReactElement | string {
  const search = route.useSearch();
  if (pence === 0) return pounds(0);
  const key = workingKey(of);
  const open = search.working === key;
  return (
    <Link
      to={paths.budget}
      search={{ ...search, working: open ? null : key }}
      resetScroll={false}
      replace
      id={poundId(key)}
      className="pt-pound"
      aria-current={open ? 'true' : undefined}
    >
      {pounds(pence)}
      <span className="nhsuk-u-visually-hidden">{open ? ', hide the working' : ', show the working'}</span>
    </Link>
  );
}
