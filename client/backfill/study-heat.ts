/** How dark a day is drawn: 0 for nobody away, 1 to 4 by its share of the busiest day. */
export function heatOf(minutes: number, peak: number): 0 | 1 | 2 | 3 | 4 {
  if (minutes === 0 || peak === 0) return 0;
  const share = minutes / peak;
  if (share > 0.75) return 4;
  if (share > 0.5) return 3;
  return share > 0.25 ? 2 : 1;
}
