/** What one file may hold; more is refused with a sentence before anything is stored. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  records: 50_000,
  columns: 200,
  recordBytes: 100_000,
  nameCharacters: 100,
  textCharacters: 200,
} as const;
