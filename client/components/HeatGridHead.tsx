import type { ReactElement } from 'react';
import { longDate } from '../format/dates.ts';
import type { GridSizes } from './heat-grid-sizes.ts';
import { monthSpans, type HeatGridModel } from './heat-grid.ts';
import type { VisibleWeek } from './HeatGridRow.tsx';

type HeatGridHeadProps = {
  readonly model: HeatGridModel;
  readonly sizes: GridSizes;
  readonly countLabels: readonly string[];
  readonly weeks: readonly VisibleWeek[];
  readonly width: number;
};

/**
 * Months, known pressures and Mondays, which stay at the top. Only the Mondays are headers to a screen reader: each
 * says its whole date, and the two rows above repeat it for the eye.
 */
export function HeatGridHead({ model, sizes, countLabels, weeks, width }: HeatGridHeadProps): ReactElement {
  return (
    <div role="rowgroup" className="pt-grid__head" style={{ height: sizes.head, width }}>
      <div aria-hidden="true">
        <Spans
          spans={monthSpans(model.weeks)}
          sizes={sizes}
          top={0}
          height={sizes.month}
          className="pt-grid__month"
        />
        <Spans
          spans={model.pressures}
          sizes={sizes}
          top={sizes.month}
          height={sizes.pressure}
          className="pt-grid__pressure"
        />
      </div>
      <div role="row" aria-rowindex={1} className="pt-grid__mondays">
        <div
          role="columnheader"
          aria-colindex={1}
          className="pt-grid__corner"
          style={{ left: 0, width: sizes.name }}
        >
          Team
        </div>
        {countLabels.map((label, index) => (
          <div
            key={label}
            role="columnheader"
            aria-colindex={index + 2}
            className="pt-grid__corner pt-grid__corner--number"
            style={{ left: sizes.name + index * sizes.count, width: sizes.count }}
          >
            {label}
          </div>
        ))}
        {weeks.map(({ index, left }) => {
          const monday = model.weeks[index];
          if (monday === undefined) return null;
          return (
            <div
              key={index}
              role="columnheader"
              aria-colindex={countLabels.length + index + 2}
              aria-label={`Week of ${longDate(monday)}`}
              className="pt-grid__monday"
              style={{ left, width: sizes.column, height: sizes.monday }}
            >
              {Number(monday.slice(8))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type SpansProps = {
  readonly spans: HeatGridModel['pressures'];
  readonly sizes: GridSizes;
  readonly top: number;
  readonly height: number;
  readonly className: string;
};

function Spans({ spans, sizes, top, height, className }: SpansProps): ReactElement {
  return (
    <>
      {spans.map(({ from, to, label }) => (
        <div
          key={from}
          className={className}
          style={{
            top,
            height,
            left: sizes.side + from * sizes.column,
            width: (to - from + 1) * sizes.column,
          }}
        >
          <span style={{ left: sizes.side + 6 }}>{label}</span>
        </div>
      ))}
    </>
  );
}
