import { useState, type ReactElement, type ReactNode } from 'react';
import { LinkButton } from './Button.tsx';
import { gridKeys, type GridPlace } from './heat-grid-keys.ts';
import { firstShortWeek, heatGridCsv, nextShort, type HeatGridModel, type HeatRow } from './heat-grid.ts';
import { HeatGridBody } from './HeatGridBody.tsx';
import { bookOfFile } from './table-book.ts';
import { TableFiles } from './TableFiles.tsx';
import { useNarrow } from './use-width.ts';

type HeatGridProps = {
  readonly model: HeatGridModel;
  /** Enter or a click on a cell opens the team there; `week` is `null` from the team's name. */
  readonly onOpen: (row: HeatRow, week: number | null) => void;
  /** The row's name as a link; give the link `tabIndex={-1}`, since arrow keys reach it. */
  readonly renderName: (row: HeatRow) => ReactNode;
  /** Under the key of `close`: "Fewer than 12 hours above". */
  readonly closeMeaning: string;
  readonly csvName: string;
  /** Under the grid: what the numbers are, how many teams. */
  readonly foot: ReactNode;
};

/**
 * Team by week, a number in each cell: hours above the planned minimum after cover. A minus sign, bold and a fill
 * mark a short week, so that it survives grey printing. Header rows and the team's columns stay in sight; only the
 * cells on screen are in the page.
 */
export function HeatGrid({
  model,
  onOpen,
  renderName,
  closeMeaning,
  csvName,
  foot,
}: HeatGridProps): ReactElement {
  const narrow = useNarrow();
  const countLabels = narrow ? [] : model.countLabels;
  const weekOffset = 1 + countLabels.length;
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [helpShown, setHelpShown] = useState(false);
  const toNextShort = (): GridPlace | null => {
    const next = nextShort(model, { row: active.row, week: active.column - weekOffset });
    return next === null ? null : { row: next.row, column: next.week + weekOffset };
  };
  const [jump, setJump] = useState<{ readonly place: GridPlace } | null>(null);
  return (
    <div className="pt-grid-block">
      <Key closeMeaning={closeMeaning} />
      <p className="pt-grid-links pt-no-print">
        <LinkButton
          onClick={() => {
            const place = toNextShort();
            if (place !== null) setJump({ place });
          }}
        >
          Next short week
        </LinkButton>
        <LinkButton expanded={helpShown} onClick={() => setHelpShown(!helpShown)}>
          Keyboard help
        </LinkButton>
      </p>
      {helpShown ? <KeyHelp /> : null}
      <HeatGridBody
        model={model}
        narrow={narrow}
        countLabels={countLabels}
        active={active}
        onActive={setActive}
        jump={jump}
        startWeek={narrow ? (firstShortWeek(model) ?? 0) : 0}
        toNextShort={toNextShort}
        onHelp={setHelpShown}
        helpShown={helpShown}
        onOpen={onOpen}
        renderName={renderName}
      />
      <div className="pt-meta pt-grid-foot">
        {foot}{' '}
        <TableFiles
          caption={model.caption}
          csvName={csvName}
          file={() => heatGridCsv(model)}
          book={() => bookOfFile(model.caption, heatGridCsv(model))}
        />
      </div>
    </div>
  );
}

function Key({ closeMeaning }: { readonly closeMeaning: string }): ReactElement {
  const items = [
    ['short', '−4', 'Short because of release'],
    ['short-anyway', '−2', 'Short with nobody released, not counted'],
    ['close', '8', closeMeaning],
    ['release', '51', 'Release week'],
    ['no-release', '61', 'No release'],
    ['not-known', '?', 'Not known'],
  ] as const;
  return (
    <ul className="pt-key">
      {items.map(([kind, sample, meaning]) => (
        <li key={kind}>
          <span className={`pt-grid__sample pt-cell--${kind}`} aria-hidden="true">
            {sample}
          </span>
          {meaning}
        </li>
      ))}
    </ul>
  );
}

function KeyHelp(): ReactElement {
  return (
    <dl className="pt-grid-help">
      {gridKeys.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
