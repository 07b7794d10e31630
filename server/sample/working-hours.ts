/** Long-day rosters: 34.5, 23 and 11.5 hours are three, two and one shifts of 11.5 hours. */
export const rosterHours = [
  [37.5, 52],
  [34.5, 15],
  [30, 12],
  [23, 10],
  [22.5, 7],
  [26.25, 2],
  [18.75, 2],
] as const;

export const officeHours = [
  [37.5, 62],
  [30, 15],
  [22.5, 13],
  [26.25, 3],
  [33.75, 3],
  [18.75, 4],
] as const;

export const serviceHours = [
  [37.5, 48],
  [30, 16],
  [25, 10],
  [20, 12],
  [16, 8],
  [12.5, 6],
] as const;

/** Medical contracts are for 40 hours or ten programmed activities. */
export const medicalHours = [
  [40, 84],
  [32, 9],
  [24, 5],
  [20, 2],
] as const;
