import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const program = 'ssconvert';

/** Whether Gnumeric, a spreadsheet that has nothing to do with the product, is on this machine. */
export const withGnumeric = spawnSync(program, ['--version']).status === 0;

/**
 * Opens a workbook in Gnumeric, has it work out every formula anew, and gives the cells of each sheet as it has them
 * then, in the sheets' order, numbers in full.
 */
export function inGnumeric(bytes: Uint8Array): readonly (readonly (readonly string[])[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'protected-time-book-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    const options = [
      '--recalc',
      '-S',
      '-T',
      'Gnumeric_stf:stf_assistant',
      '-O',
      'format=raw quoting-mode=always',
    ];
    const { status, stderr } = spawnSync(program, [...options, file, join(folder, 'sheet-%n.csv')]);
    if (status !== 0) throw new Error(`Gnumeric could not open it: ${stderr.toString()}`);
    const sheets: string[][][] = [];
    for (let index = 0; ; index += 1) {
      const text = readIfThere(join(folder, `sheet-${index}.csv`));
      if (text === null) return sheets;
      sheets.push(parse(text, { relax_column_count: true }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
