import type { ReactElement } from 'react';
import type { ProjectionYear } from '../../shared/pipeline/project-years.ts';
import { formatNumber } from '../format/numbers.ts';
import { rangeBeneath, type Measure } from './years-table.ts';

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
