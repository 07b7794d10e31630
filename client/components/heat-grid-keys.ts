/** A place by row and column; column 0 is the row's name, then its counts, then the weeks. */
export type GridPlace = { readonly row: number; readonly column: number };

export type GridSize = { readonly rows: number; readonly columns: number };

/** Rows that Page up and Page down move by. */
const page = 10;

/** The keys of the grid, as its help lists them. */
export const gridKeys: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'move one cell'],
  ['Home, End', 'first and last week of the row'],
  ['Page up, Page down', 'ten teams up or down'],
  ['Ctrl + Home, Ctrl + End', 'first and last cell of the grid'],
  ['N', 'next week that is short because of release'],
  ['Enter', 'open the team at that week'],
  ['?', 'show or hide these keys'],
  ['Esc', 'hide these keys'],
];

/** Where a key leads from a place; `null` for a key that moves nothing. Never leaves the grid. */
export function moved(key: string, ctrl: boolean, from: GridPlace, size: GridSize): GridPlace | null {
  const target = targetOf(key, ctrl, from, size);
  if (target === null) return null;
  return {
    row: Math.min(size.rows - 1, Math.max(0, target.row)),
    column: Math.min(size.columns - 1, Math.max(0, target.column)),
  };
}

function targetOf(key: string, ctrl: boolean, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}
