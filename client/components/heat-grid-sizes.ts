/** Pixels of the grid's parts. */
export type GridSizes = {
  readonly row: number;
  readonly column: number;
  readonly name: number;
  readonly count: number;
  /** Everything that stays on the left. */
  readonly side: number;
  readonly month: number;
  readonly pressure: number;
  readonly monday: number;
  /** Everything that stays at the top. */
  readonly head: number;
};

/** Rows of 30 pixels (42 at 390, where a name may take two lines), columns of 34. */
export function gridSizes(narrow: boolean, counts: number, withPressures: boolean): GridSizes {
  const name = narrow ? 128 : 208;
  const count = 68;
  const [month, monday] = [28, 28];
  const pressure = withPressures ? 24 : 0;
  return {
    row: narrow ? 42 : 30,
    column: narrow ? 38 : 34,
    name,
    count,
    side: name + counts * count,
    month,
    pressure,
    monday,
    head: month + pressure + monday,
  };
}
