/** First characters after which a spreadsheet may read a cell as a formula; the last four are full-width forms. */
const dangerous = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const plainNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** True for text that opens as a formula does, numbers too: for a cell that is text whatever it looks like. */
export function opensLikeFormula(text: string): boolean {
  return dangerous.test(text);
}

/** True when a spreadsheet might run the cell. A plain number such as -5 is only a number. */
export function isFormulaLike(text: string): boolean {
  return opensLikeFormula(text) && !plainNumber.test(text);
}
