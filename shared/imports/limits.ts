/** What one file may hold; more is refused with a sentence before anything is stored. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  records: 50_000,
  columns: 200,
  recordBytes: 100_000,
  nameCharacters: 100,
  textCharacters: 200,
  /** An Excel workbook: its own size, its parts, and what they unpack to. */
  workbook: {
    bytes: 10 * 1024 * 1024,
    parts: 200,
    partBytes: 60 * 1024 * 1024,
    allBytes: 100 * 1024 * 1024,
    ratio: 200,
    /** Different texts in its cells: the reader holds them all at once. */
    texts: 400_000,
  },
} as const;
