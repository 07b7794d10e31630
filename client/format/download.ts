/** Without it a spreadsheet reads "£" and "–" as something else. */
const byteOrderMark = '\uFEFF';

/**
 * Hands a CSV text (from `csvOut`) to the browser as a file. It is made here: nothing leaves the machine.
 *
 * @param fileName "ward-7-weeks.csv": no names of people, no staff numbers.
 */
export function downloadCsv(fileName: string, text: string): void {
  handOver(fileName, new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }));
}

/** The same for a value as JSON: what a program reads. */
export function downloadJson(fileName: string, value: unknown): void {
  handOver(fileName, new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }));
}

/** The same for a workbook: "ward-7-weeks.xlsx" from a CSV's name. */
export function downloadBook(fileName: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  handOver(fileName, new Blob([new Uint8Array(bytes)], { type }));
}

function handOver(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
