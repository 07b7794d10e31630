import { useState, type ReactElement } from 'react';
import type { GridTeam } from '../../shared/scenario/release-grid.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { formatNumber } from '../format/numbers.ts';
import { divisionsOf, filtersSet, findForAddress } from './grid-view.ts';
import type { GridSearch } from './search.ts';

type GridFiltersProps = {
  readonly teams: readonly GridTeam[];
  readonly search: GridSearch;
  readonly onSearch: (patch: Partial<GridSearch>) => void;
  readonly onClear: () => void;
  /** Empties the typed text too, which stands ahead of the address. */
  readonly timesCleared: number;
};

const showOptions = [
  { value: 'all', label: 'All teams' },
  { value: 'learners', label: 'Teams with learners' },
  { value: 'short', label: 'Teams with a week short' },
] as const;

/** Which teams the grid shows; kept in the address. */
export function GridFilters(props: GridFiltersProps): ReactElement {
  const { teams, search, onSearch, onClear, timesCleared } = props;
  const divisions = divisionsOf(teams);
  return (
    <FilterBar set={filtersSet(search)} onClear={onClear}>
      <SelectField
        label="Show"
        value={search.show}
        options={showOptions}
        onChange={(show) => onSearch({ show })}
      />
      <SelectField
        label="Division"
        value={search.division}
        options={[
          { value: '', label: `All divisions (${formatNumber(divisions.length)})` },
          ...divisions.map((division) => ({ value: division, label: division })),
        ]}
        onChange={(division) => onSearch({ division })}
      />
      <FindField
        key={timesCleared}
        teams={teams}
        initial={timesCleared === 0 ? search.find : ''}
        onFind={(find) => onSearch({ find })}
      />
    </FilterBar>
  );
}

type FindFieldProps = {
  readonly teams: readonly GridTeam[];
  readonly initial: string;
  readonly onFind: (find: string) => void;
};

/** A part of a team's name. Text that is part of no name is not looked for and not kept: it could be a person's. */
function FindField({ teams, initial, onFind }: FindFieldProps): ReactElement {
  const [text, setText] = useState(initial);
  const unknown = text.trim() !== '' && findForAddress(text, teams) === '';
  return (
    <TextField
      label="Team"
      error={unknown ? 'No team has this in its name' : undefined}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onFind(findForAddress(typed, teams));
      }}
    />
  );
}
