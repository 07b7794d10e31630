import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { pounds } from '../format/money.ts';
import type { View } from './search.ts';
import { workingKey, type WorkingOf } from './working-key.ts';

const route = getRouteApi('/house/bursaries');

const viewOf: Readonly<Record<WorkingOf['kind'], View>> = {
  accepted: 'uptake',
  left: 'uptake',
  lapse: 'money',
  funded: 'money',
  source: 'money',
  exposure: 'exposure',
  named: 'exposure',
};

/** Where the focus goes back to when a working is closed. */
export function poundId(key: string): string {
  return `pound-${key}`;
}

type PoundProps = {
  readonly pence: number;
  readonly of: WorkingOf;
  /** What is shown where it is not whole pounds: "£51,300". */
  readonly text?: string;
  /** False where the same pound stands on the page a second time: the focus goes back to the other. */
  readonly isHome?: boolean;
};

/** An amount that opens its working beside its table, at an address of its own; £0 has no working. */
export function Pound({ pence, of, text = pounds(pence), isHome = true }: PoundProps): ReactElement | string {
  const search = route.useSearch();
  if (pence === 0) return text;
  const key = workingKey(of);
  const open = search.working === key;
  return (
    <Link
      to={paths.bursaries}
      search={{ ...search, view: viewOf[of.kind], working: open ? null : key }}
      resetScroll={false}
      replace
      {...(isHome ? { id: poundId(key) } : {})}
      className="pt-pound"
      aria-current={open ? 'true' : undefined}
    >
      {text}
      <span className="nhsuk-u-visually-hidden">{open ? ', hide the working' : ', show the working'}</span>
    </Link>
  );
}
