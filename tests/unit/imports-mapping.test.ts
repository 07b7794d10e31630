import { describe, expect, it } from 'vitest';
import { faultsOfMapping } from '../../shared/imports/check-mapping.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { headOf } from '../../shared/imports/file-head.ts';
import {
  guessHeadings,
  guessText,
  headingSynonyms,
  proposeLayout,
  whyNotRead,
} from '../../shared/imports/guess-mapping.ts';
import { importKinds, isImportKind } from '../../shared/imports/kind.ts';
import { shippedProfiles, type Mapping, type Profile } from '../../shared/imports/profile.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import { firstDraft, mappingOf, problemsOf, textsToSay } from '../../client/imports/mapping-draft.ts';
import { checkFile, parseFile } from '../../server/imports/check-file.ts';
import { importDay } from '../support/check-text.ts';
import { staffFile, person } from '../support/staff-file.ts';
import { staffColumns } from '../../shared/imports/staff-columns.ts';

const ours = (kind: keyof typeof columnsByKind): string[] =>
  Object.values(columnsByKind[kind]).map(({ heading }) => heading);

/** A staff file as another system has it: other headings, other words, a column of its own. */
const theirs = csvOut(
  [
    'Emp No',
    'Assignment No',
    'Surname',
    'Forename',
    'Staff Group',
    'Job Title',
    'Band',
    'WTE',
    'Hours',
  ].concat(['Division', 'Cost Centre Code', 'Start', 'Employment Status', 'Shoe size']),
  [
    ['20100000', '20100000-1', 'Okafor', 'Amara', 'Nurses', 'Staff Nurse', 'Five', '1.00', '37.50'].concat([
      '100 Surgery',
      '70010',
      '01/01/2005',
      'In post',
      '39',
    ]),
    [
      '20100001',
      '20100001-1',
      'Okafor',
      'Amara',
      'nursing and midwifery registered',
      'Staff Nurse',
      'XR05',
      '1.00',
    ].concat(['37.50', '100 Surgery', '70010', '01/01/2005', 'ACTIVE ASSIGNMENT', '40']),
  ],
);

const bytes = new TextEncoder().encode(theirs);

async function headOfTheirs() {
  const parsed = await parseFile(bytes, {});
  if (!parsed.ok) throw new Error(parsed.refusal.reason);
  return headOf(parsed.file);
}

const good: Mapping = {
  kind: 'staff',
  name: 'Other system',
  headings: {
    ...guessHeadings('staff', ['Emp No', 'Assignment No', 'Surname', 'Forename', 'Staff Group', 'Job Title']),
    payScale: 'Band',
    fteE5: 'WTE',
    contractedHoursX100: 'Hours',
    orgL4: 'Division',
    costCentre: 'Cost Centre Code',
    startDate: 'Start',
    status: 'Employment Status',
  },
  values: {
    staffGroup: { Nurses: 'Nursing and Midwifery Registered' },
    payScale: { Five: 'XR05' },
    status: { 'In post': 'Active Assignment' },
  },
};

const profile: Profile = { ...good, id: 'other' };

describe('a heading is guessed by its name', () => {
  it.each(importKinds)('and our own headings of the %s file, however written, are all found', (kind) => {
    const written = ours(kind).map((heading) => heading.toUpperCase().replaceAll(' ', '_'));
    const guessed = guessHeadings(kind, written);
    expect(Object.values(guessed)).toEqual(written);
  });

  it('or by another name it is known by, and no heading is given twice', async () => {
    const head = await headOfTheirs();
    const guessed = guessHeadings(
      'staff',
      head.headings.map(({ heading }) => heading),
    );
    expect(guessed).toMatchObject({
      employeeNumber: 'Emp No',
      lastName: 'Surname',
      fteE5: 'WTE',
      orgL4: 'Division',
    });
    const given = Object.values(guessed).filter((heading) => heading !== '');
    expect(new Set(given).size).toBe(given.length);
    expect(given).not.toContain('Shoe size');
  });

  it('every other name belongs to a column there is', () => {
    for (const [kind, names] of Object.entries(headingSynonyms)) {
      if (!isImportKind(kind)) throw new Error(kind);
      expect(Object.keys(names ?? {}).filter((key) => !(key in columnsByKind[kind]))).toEqual([]);
    }
  });

  it('a text is guessed only where nothing but case, spaces and signs differ', () => {
    expect(guessText(['Maternity & Adoption', 'Vacancy'], 'maternity  adoption')).toBe(
      'Maternity & Adoption',
    );
    expect(guessText(['Maternity & Adoption'], 'Maternity')).toBeNull();
  });
});

describe('the texts that a column takes', () => {
  const limited = importKinds.flatMap((kind) =>
    Object.values(columnsByKind[kind]).flatMap(({ heading, choices, read }) =>
      choices === null ? [] : [{ kind, heading, choices, read }],
    ),
  );

  it.each(limited)('$heading of the $kind file reads each of its own without a word', ({ choices, read }) => {
    expect(
      choices.filter((choice) => {
        const answer = read(choice, { today: importDay });
        return !answer.ok || answer.notes.length > 0;
      }),
    ).toEqual([]);
  });
});

describe('a layout', () => {
  it('that is sound has no fault, and gives the rows that our template gives', () => {
    expect(faultsOfMapping(good)).toEqual([]);
    const read = checkFile('staff', bytes, importDay, () => undefined, profile);
    const template = checkFile(
      'staff',
      new TextEncoder().encode(staffFile([person(0), person(1)])),
      importDay,
    );
    if (!read.ok || !template.ok) throw new Error('both are good files');
    expect(read.records.flatMap(({ refused, warned }) => [...refused, ...warned])).toEqual([]);
    expect(read.records.map(({ row }) => row)).toEqual(
      template.records.map(({ row }) => ({
        ...row,
        gradeStep: null,
        status: expect.stringMatching(/^active assignment$/i) as string,
      })),
    );
  });

  it('says of a required column without a heading, and of two columns on one heading, what to do', () => {
    const headings = { ...good.headings, jobRole: '', firstName: 'SURNAME ' };
    expect(faultsOfMapping({ ...good, headings })).toEqual([
      {
        column: 'firstName',
        message:
          '“Last Name” and “First Name” are both read from “SURNAME”. Choose another heading for one of them.',
      },
      { column: 'jobRole', message: 'Choose the heading of “Job Role”: a file without it cannot be read.' },
    ]);
  });

  it('refuses a meaning that our column does not take, a column there is not, and the name of a shipped one', () => {
    const values = { status: { 'In post': 'Here' } };
    expect(faultsOfMapping({ ...good, values })).toMatchObject([{ column: 'status' }]);
    expect(faultsOfMapping({ ...good, values: { staffGroup: { Nurses: '' } } })).toMatchObject([
      { column: 'staffGroup' },
    ]);
    expect(faultsOfMapping({ ...good, values: { status: { 'In post': '' } } })).toEqual([]);
    expect(faultsOfMapping({ ...good, headings: { ...good.headings, pets: 'Cat' } })).toMatchObject([
      { column: null },
    ]);
    expect(faultsOfMapping({ ...good, name: shippedProfiles[0]!.name.toUpperCase() })).toMatchObject([
      { column: null },
    ]);
  });

  it('whose heading a file has not says its name, the heading and the way out', () => {
    const wrong = { ...profile, headings: { ...profile.headings, lastName: 'Family' } };
    const read = checkFile('staff', bytes, importDay, () => undefined, wrong);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'MISSING_COLUMN' } });
    expect(read.ok ? '' : read.refusal.reason).toMatch(
      /^Read as “Other system”\. .*“Family”.*change this one\.$/,
    );
  });

  it('may leave out one of our columns that the file happens to have', () => {
    const text = staffFile([person(0, { registrationBody: 'NMC' })]);
    const keep = Object.fromEntries(Object.entries(staffColumns).map(([key, { heading }]) => [key, heading]));
    const without = { ...profile, headings: { ...keep, registrationBody: '' }, values: {} };
    const read = checkFile('staff', new TextEncoder().encode(text), importDay, () => undefined, without);
    if (!read.ok) throw new Error(read.refusal.reason);
    expect(read.match.ignored).toEqual(['Registration Body']);
  });
});

describe('which layout a file is read with', () => {
  const headings = [
    'Emp No',
    'Assignment No',
    'Surname',
    'Forename',
    'Staff Group',
    'Job Title',
    'Band',
    'WTE',
    'Hours',
  ].concat(['Division', 'Cost Centre Code', 'Start', 'Employment Status']);

  it('is our template for our own headings, a layout that has them all, or none', () => {
    expect(proposeLayout('staff', ours('staff'), [profile, ...shippedProfiles])).toBe('template');
    expect(proposeLayout('staff', headings, [profile, ...shippedProfiles])).toBe(profile);
    expect(proposeLayout('staff', headings.slice(1), [profile, ...shippedProfiles])).toBeNull();
    expect(proposeLayout('teams', headings, [profile])).toBeNull();
  });

  it('is the one under which most columns are found', () => {
    const fewer = { ...profile, id: 'fewer', headings: { ...profile.headings, status: '' } };
    expect(proposeLayout('staff', headings, [fewer, profile])).toBe(profile);
  });

  it('and why another is not read is said with the heading that is missing', () => {
    expect(whyNotRead('staff', headings, profile)).toBeNull();
    expect(whyNotRead('staff', headings, null)).toContain('“Employee Number”');
  });
});

describe('the editor', () => {
  it('starts from the names of the headings, asks only for texts that are not ours, and saves what was said', async () => {
    const head = await headOfTheirs();
    const draft = firstDraft('staff', head, null);
    const say = (key: keyof typeof staffColumns) =>
      textsToSay({
        column: staffColumns[key],
        texts: head.headings.find(({ heading }) => heading === draft.headings[key])?.texts ?? null,
        values: draft.values[key],
        today: importDay,
      });
    expect(say('staffGroup')).toEqual({ meanings: [{ text: 'Nurses', ours: null }], readAsTheyStand: 1 });
    expect(say('jobRole')).toEqual({ meanings: [], readAsTheyStand: 0 });
    const said = { ...draft, name: ' Other system ', values: good.values };
    expect(mappingOf('staff', said, head, importDay)).toEqual({ ...good, headings: { ...draft.headings } });
    expect(problemsOf(mappingOf('staff', said, head, importDay))).toEqual([]);
    expect(problemsOf(mappingOf('staff', { ...said, name: ' ' }, head, importDay))).toEqual([
      { text: 'Give the layout a name', fieldId: 'layout-name', column: null },
    ]);
  });

  it('opened on a saved layout keeps its headings and its meanings', async () => {
    const head = await headOfTheirs();
    const draft = firstDraft('staff', head, profile);
    expect(mappingOf('staff', draft, head, importDay)).toEqual({ ...good, headings: draft.headings });
    expect(draft.headings).toMatchObject(good.headings);
  });
});

describe('the head of a file', () => {
  it('shows three texts below each heading and every different one, unless there are too many', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => [
      `${20_100_000 + index}`,
      index % 2 === 0 ? 'A' : 'b',
      '',
    ]);
    const parsed = await parseFile(
      new TextEncoder().encode(
        csvOut(
          ['No', 'Kind', 'Blank', ''],
          rows.map((row) => [...row, '']),
        ),
      ),
      {},
    );
    if (!parsed.ok) throw new Error(parsed.refusal.reason);
    expect(headOf(parsed.file)).toEqual({
      records: 70,
      headings: [
        { heading: 'No', samples: ['20100000', '20100001', '20100002'], texts: null },
        { heading: 'Kind', samples: ['A', 'b'], texts: ['A', 'b'] },
        { heading: 'Blank', samples: [], texts: [] },
      ],
    });
  });

  it('finds the separator of a file whose headings nobody knows', async () => {
    const parsed = await parseFile(new TextEncoder().encode('Pet;Name;Age, in years\nCat;Tib;3\n'), {});
    expect(parsed).toMatchObject({ ok: true, file: { heading: ['Pet', 'Name', 'Age, in years'] } });
  });
});
