/** A whole number from 0 to `most` as typed; `null` where it is not one. */
export function wholeNumber(text: string, most: number): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= most ? value : null;
}
