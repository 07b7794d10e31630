import type { ReactElement } from 'react';
import { formatNumber, plural } from '../format/numbers.ts';
import { LinkButton } from './Button.tsx';

type LoadingProps = {
  /** What is being done, as a sentence without a full stop: "Reading the weeks of 120 teams". */
  readonly what: string;
  /** With `total`, draws a bar and says "1,200 of 5,000 rows". */
  readonly done?: number;
  readonly total?: number;
  /** The noun of `done` and `total`: "rows". */
  readonly unit?: string;
  readonly secondsLeft?: number;
  readonly onCancel?: () => void;
};

/** Work in progress, in words, with a bar where the amount is known. The last good result stays on screen beside it. */
export function Loading({ what, done, total, unit = '', secondsLeft, onCancel }: LoadingProps): ReactElement {
  const counted = done !== undefined && total !== undefined;
  const amount = counted ? [`${formatNumber(done)} of ${formatNumber(total)} ${unit}`.trim()] : [];
  const left =
    secondsLeft === undefined ? [] : [`about ${plural(Math.max(1, Math.round(secondsLeft)), 'second')} left`];
  return (
    <div className="pt-loading" role="status">
      <p>
        {what}… {[...amount, ...left].join(', ')}
      </p>
      {counted ? (
        <progress aria-label={what} value={done} max={Math.max(total, 1)} />
      ) : (
        <progress aria-label={what} />
      )}
      {onCancel === undefined ? null : <LinkButton onClick={onCancel}>Cancel</LinkButton>}
    </div>
  );
}

/** Beside a result that is being worked out again: the old one stays readable. Keeps its room when off. */
export function Updating({ on }: { readonly on: boolean }): ReactElement {
  return (
    <span className="pt-updating" role="status">
      {on ? 'Updating…' : ''}
    </span>
  );
}
