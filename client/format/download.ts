/** Without it a spreadsheet reads "£" and "–" as something else. */
const byteOrderMark = '\uFEFF';

/**
 * Hands a CSV text (from `csvOut`) to the browser as a file. It is made here: nothing leaves the machine.
 *
 * @param fileName "ward-7-weeks.csv": no names of people, no staff numbers.
 */
export function downloadCsv(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
