import { describe, expect, it } from 'vitest';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { columnsRead, findShipped, shippedProfiles, withProfile } from '../../shared/imports/profile.ts';
import { foldName } from '../../shared/imports/read-text.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import { checkFile } from '../../server/imports/check-file.ts';
import { importDay } from '../support/check-text.ts';
import { person, staffFile } from '../support/staff-file.ts';

const esr = findShipped('staff', 'esr-staff-in-post')!;

describe.each(shippedProfiles)('the layout “$name”', (profile) => {
  const columns = columnsByKind[profile.kind];

  it('names columns there are, each found under a heading of its own', () => {
    const named = [...Object.keys(profile.headings), ...Object.keys(profile.values)];
    expect(named.filter((key) => !(key in columns))).toEqual([]);
    const headings = Object.values(withProfile(columns, profile)).map(({ heading }) => foldName(heading));
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('turns every text it knows into one that our column takes without a word', () => {
    const mapped = withProfile(columns, profile);
    for (const [key, values] of Object.entries(profile.values)) {
      for (const [theirs, ours] of Object.entries(values)) {
        const read = mapped[key]!.read(theirs, { today: importDay });
        expect([theirs, read]).toEqual([theirs, columns[key]!.read(ours, { today: importDay })]);
        expect([theirs, read]).toMatchObject([theirs, { ok: true, notes: [] }]);
      }
    }
  });
});

describe('a file in the layout of ESR', () => {
  const headings = [
    'Employee Number',
    'Assignment Number',
    'Title',
    'Last Name',
    'First Name',
    'Org L4',
    'Cost Centre',
  ];
  const more = [
    'Job Role',
    'Staff Group',
    'Pay Scale / Grade',
    'Grade Step (Spine Point)',
    'Assignment Status',
  ];
  const last = [
    'Contracted Hours',
    'FTE',
    'Latest Start Date',
    'Fixed Term End Date',
    'Increment Date',
    'Gender',
  ];
  const cells = ['20100000', '20100000-1', 'Dr', 'Okafor', 'Amara', '100 Surgery', '70010', 'Staff Nurse'];
  const rest = [
    'Nursing and Midwifery Registered',
    'NHS|XR05|Review Body Band 5',
    '1',
    'active',
    '37.50',
    '1.00',
  ];
  const text = csvOut(
    [...headings, ...more, ...last],
    [[...cells, ...rest, '01/01/2005', '31/12/2027', '01/09/2027', 'x']],
  );
  const bytes = new TextEncoder().encode(text);

  it('gives the row that our template gives', () => {
    const dates = { fixedTermEnd: '31/12/2027', incrementDate: '01/09/2027' };
    const ours = staffFile([person(0, { ...dates, status: 'Active Assignment' })]);
    const template = checkFile('staff', new TextEncoder().encode(ours), importDay);
    const read = checkFile('staff', bytes, importDay, () => undefined, esr);
    if (!template.ok || !read.ok) throw new Error('both are good files');
    expect(read.records[0]?.refused).toEqual([]);
    expect(read.records[0]?.row).toEqual(template.records[0]?.row);
  });

  it('without it is refused, and nothing of a column it does not name is kept', () => {
    expect(checkFile('staff', bytes, importDay)).toMatchObject({ ok: false });
    const read = checkFile('staff', bytes, importDay, () => undefined, esr);
    if (!read.ok) throw new Error(read.refusal.reason);
    expect(read.match.ignored).toEqual(['Title', 'Gender']);
  });

  it('says which column was read from which heading', () => {
    expect(columnsRead('staff', esr, ['payScale', 'fteE5'])).toEqual([
      { column: 'Pay Scale', heading: 'Pay Scale / Grade' },
      { column: 'FTE', heading: 'FTE' },
    ]);
  });
});
