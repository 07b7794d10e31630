import { staffColumns } from '../../shared/imports/staff-columns.ts';

type Key = keyof typeof staffColumns;

/** Cells of one staff row by column key; a test names only what it is about. */
export type StaffCellTexts = Partial<Record<Key, string>>;

const usual: StaffCellTexts = {
  employeeNumber: '20100000',
  assignmentNumber: '20100000-1',
  lastName: 'Okafor',
  firstName: 'Amara',
  staffGroup: 'Nursing and Midwifery Registered',
  jobRole: 'Staff Nurse',
  payScale: 'XR05',
  gradeStep: '1',
  fteE5: '1.00',
  contractedHoursX100: '37.50',
  orgL4: '100 Surgery',
  costCentre: '70010',
  startDate: '01/01/2005',
  leavingDate: '',
};

/** A row with its own numbers: the nth person of a file. */
export function person(index: number, cells: StaffCellTexts = {}): StaffCellTexts {
  const employeeNumber = String(20_100_000 + index);
  return { employeeNumber, assignmentNumber: `${employeeNumber}-1`, ...cells };
}

export function quoteCell(text: string, separator = ','): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Shape = { readonly separator?: string; readonly lineEnd?: string; readonly keys?: readonly Key[] };

/** The text of a staff file with the usual columns and any others that a row names. */
export function staffFile(rows: readonly StaffCellTexts[], shape: Shape = {}): string {
  const { separator = ',', lineEnd = '\r\n' } = shape;
  const named = new Set(Object.keys(usual));
  for (const row of rows) for (const key in row) named.add(key);
  const keys = shape.keys ?? (Object.keys(staffColumns) as Key[]).filter((key) => named.has(key));
  const heading = keys.map((key) => staffColumns[key].heading);
  const lines = rows.map((row) => keys.map((key) => row[key] ?? usual[key] ?? ''));
  return [heading, ...lines]
    .map((cells) => cells.map((cell) => quoteCell(cell, separator)).join(separator) + lineEnd)
    .join('');
}
