/** "cover-by-week.xlsx" for "cover-by-week.csv". */
export function bookName(csvName: string): string {
  return `${csvName.replace(/\.csv$/i, '')}.xlsx`;
}
