/** The series colours of the Government Analysis Function, in their order; two series use the first and the fourth. */
export const seriesColours = {
  one: ['#12436D'],
  two: ['#12436D', '#F46A25'],
  three: ['#12436D', '#28A197', '#801650'],
  four: ['#12436D', '#28A197', '#801650', '#F46A25'],
} as const;

export const ink = '#212b32';
export const metaInk = '#4c6272';
export const gridLine = '#d8dde0';
export const below = '#b3140f';
export const belowTint = '#f8e2e1';
export const breakTint = '#e8eded';
/** The 80% band and its edge: the fill alone is too light to be seen against white. */
export const bandFill = '#A9CDEE';
export const bandEdge = '#2073BC';
/** The 90% band around it. */
export const outerFill = '#DCEAF7';
/** Orange as text would be too light on white: 4.9:1 instead of 3.0:1. */
export const orangeText = '#b8450c';

/** Colours for a number of series. @throws RangeError beyond four: split the chart instead. */
export function coloursFor(count: number): readonly string[] {
  const colours = [[], seriesColours.one, seriesColours.two, seriesColours.three, seriesColours.four][count];
  if (colours === undefined) throw new RangeError(`a chart holds at most four series, not ${count}`);
  return colours;
}

/** A colour of the palette as text on white. */
export function textColour(colour: string): string {
  return colour === '#F46A25' ? orangeText : colour;
}
