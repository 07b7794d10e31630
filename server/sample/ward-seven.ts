function times(count: number, hours: number): number[] {
  return Array.from({ length: count }, () => hours);
}

/** The stress ward of the worked example: 44 registered nurses on active assignments, 1,575.00 hours, 42 WTE. */
export const wardSevenNurseHours: readonly number[] = [
  ...times(33, 37.5),
  ...times(5, 34.5),
  ...times(4, 30),
  ...times(2, 22.5),
];

/** Share unavailable by month, January first, in basis points, as in the worked example. */
export const wardSevenUnavailability: readonly number[] = [
  2000, 2050, 2000, 2250, 2000, 2000, 2350, 2500, 1950, 1900, 1900, 2350,
];

/** What the worked example says of the ward besides its staff. Hours a week; rates in pounds an hour. */
export const wardSeven = {
  plannedMinimumHours: 1195,
  studyHeadroomHours: 10.5,
  temporaryCoverHours: 0,
  unavailabilitySdBp: 100,
  shiftHours: 11.5,
  backfillBp: 10_000,
  fillBp: 8500,
  coverRates: { '2026/27': '25.75', '2027/28': '26.40', '2028/29': '27.06' },
} as const;
