import type { ReactElement } from 'react';
import type { ProjectionYear } from '../../shared/pipeline/project-years.ts';
import { formatNumber } from '../format/numbers.ts';
import { NotKnown } from '../components/badges.tsx';
import type { Range } from '../format/ranges.ts';
import { rangeBeneath, readyIsNotKnown, readyText, type Measure } from './years-table.ts';

type MiddleProps = { readonly measure: Measure; readonly year: ProjectionYear };

/** A middle forecast, never without its range beneath it. */
export function Middle({ measure, year }: MiddleProps): ReactElement {
  return (
    <>
      {formatNumber(measure.of(year).p50)}
      <span className="pt-meta pt-table__note">{rangeBeneath(measure, year)}</span>
    </>
  );
}

/** Ready people ahead at today's share; not known where there is none. */
export function ReadyAhead({ range }: { readonly range: Range | null }): ReactElement {
  if (range === null) return <NotKnown what={readyIsNotKnown} />;
  const [middle, ends] = readyText(range);
  return (
    <>
      {middle}
      <span className="pt-meta pt-table__note">{ends}</span>
    </>
  );
}
