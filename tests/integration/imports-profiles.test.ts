import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { proposeLayout } from '../../shared/imports/guess-mapping.ts';
import type { Mapping } from '../../shared/imports/profile.ts';
import { staffColumns } from '../../shared/imports/staff-columns.ts';
import { importRoutes } from '../../server/imports/http-routes.ts';
import type { Inspected } from '../../server/imports/inspect-file.ts';
import { upload, uploadAndRead } from '../support/imports.ts';
import { useServer, type Person } from '../support/server.ts';
import { person, staffFile } from '../support/staff-file.ts';
import { studyList, studyListMapping } from '../support/study-list.ts';
import { bookParts, workbook, zipOf } from '../support/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'pt-imports-profiles-'));
const server = useServer({ featureRoutes: [importRoutes(folder)], env: { LIMIT_IMPORTS_PER_HOUR: '1000' } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const some = 'kind=staff&scope=only-these-people';

/** A staff file under the headings of another system, with its own words for a staff group. */
const theirs = staffFile([
  person(1, { staffGroup: 'Nurses' }),
  person(2),
  person(3, { staffGroup: 'Porters', fteE5: 'x' }),
])
  .replace('Employee Number', 'Emp No')
  .replace('Last Name', 'Surname');

const mapping: Mapping = {
  kind: 'staff',
  name: 'Other system',
  headings: {
    ...Object.fromEntries(Object.entries(staffColumns).map(([key, { heading }]) => [key, heading])),
    employeeNumber: 'Emp No',
    lastName: 'Surname',
  },
  values: { staffGroup: { Nurses: 'Nursing and Midwifery Registered', Porters: 'Estates and Ancillary' } },
};

function inspect(person_: Person, bytes: string | Uint8Array) {
  return person_.post('/api/imports/inspect', bytes, { 'content-type': 'application/octet-stream' });
}

async function headOf(maya: Person, bytes: string | Uint8Array): Promise<Inspected> {
  const answer = await inspect(maya, bytes);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Inspected;
}

const errorCode = (code: string) => ({ data: { code } });

describe('a layout that a trust saves', () => {
  test('is listed before the shipped ones, proposed for the next file with its headings, and reads it', async () => {
    const maya = await server.signIn('workforce');
    const { head } = await headOf(maya, theirs);
    const headings = head?.headings.map(({ heading }) => heading) ?? [];
    expect(proposeLayout('staff', headings, await maya.trpc.imports.profiles.query())).toBeNull();
    const saved = await maya.trpc.imports.saveProfile.mutate({ known: null, mapping });
    const listed = await maya.trpc.imports.profiles.query();
    expect(listed.map(({ name, version }) => [name, version])).toEqual([
      ['Other system', 1],
      ['ESR staff in post, typical layout', null],
    ]);
    expect(proposeLayout('staff', headings, listed)).toMatchObject({ id: saved.id });

    const batch = await uploadAndRead(maya, theirs, `${some}&profile=${saved.id}`);
    expect(batch).toMatchObject({
      state: 'previewed',
      counts: { accepted: 2, rejected: 1 },
      readWith: { name: 'Other system' },
    });
    expect(batch.readWith?.columns[0]).toEqual({ column: 'Employee Number', heading: 'Emp No' });
    // What is put right is uploaded in our own template, so its words are ours.
    const rejected = await (await maya.get(`/api/imports/${batch.id}/rejected.csv`)).text();
    expect(rejected).toContain('Employee Number');
    expect(rejected).toContain('Estates and Ancillary');

    const changed = { ...mapping, name: 'Renamed', headings: { ...mapping.headings, orgL5: '' } };
    const known = { id: saved.id, version: 1 };
    expect(await maya.trpc.imports.saveProfile.mutate({ known, mapping: changed })).toEqual({
      id: saved.id,
      version: 2,
    });
    expect((await maya.trpc.imports.batch.query({ id: batch.id })).readWith?.name).toBe('Other system');
    await expect(maya.trpc.imports.saveProfile.mutate({ known, mapping })).rejects.toMatchObject(
      errorCode('changed-elsewhere'),
    );
    await maya.trpc.imports.undoProfile.mutate({ id: saved.id, version: 2 });
    expect((await maya.trpc.imports.profiles.query())[0]).toMatchObject({ ...mapping, version: 3 });
    await expect(maya.trpc.imports.undoProfile.mutate({ id: saved.id, version: 3 })).rejects.toMatchObject(
      errorCode('already-applied'),
    );

    await maya.trpc.imports.endProfile.mutate({ id: saved.id, version: 3 });
    expect(await maya.trpc.imports.profiles.query()).toHaveLength(1);
    expect((await upload(maya, theirs, `${some}&profile=${saved.id}`)).status).toBe(400);
    await maya.trpc.imports.undoProfile.mutate({ id: saved.id, version: 4 });
    expect(await maya.trpc.imports.profiles.query()).toHaveLength(2);
  });

  test('that is new goes away when it is undone, and cannot have the name of another', async () => {
    const maya = await server.signIn('administrator');
    const other = { ...mapping, name: 'Another' };
    const { id, version } = await maya.trpc.imports.saveProfile.mutate({ known: null, mapping: other });
    await expect(
      maya.trpc.imports.saveProfile.mutate({ known: null, mapping: { ...other, name: ' another ' } }),
    ).rejects.toMatchObject(errorCode('already-applied'));
    await maya.trpc.imports.undoProfile.mutate({ id, version });
    await expect(maya.trpc.imports.undoProfile.mutate({ id, version })).rejects.toMatchObject(
      errorCode('already-applied'),
    );
    await expect(maya.trpc.imports.endProfile.mutate({ id, version })).rejects.toMatchObject(
      errorCode('not-found'),
    );
  });

  test('with which no file could be read is refused with the reason', async () => {
    const maya = await server.signIn('workforce');
    const twice = { ...mapping, name: 'Twice', headings: { ...mapping.headings, firstName: 'Surname' } };
    await expect(maya.trpc.imports.saveProfile.mutate({ known: null, mapping: twice })).rejects.toThrow(
      /both read from “Surname”/,
    );
  });

  test('is of one trust alone, and its words are not in the audit log', async () => {
    const maya = await server.signIn('workforce');
    const saved = await maya.trpc.imports.saveProfile.mutate({
      known: null,
      mapping: { ...mapping, name: 'Secret words' },
    });
    const leo = await server.signIn('workforce');
    await leo.trpc.trust.switch.mutate({ trustId: server.trusts.b.id });
    expect(await leo.trpc.imports.profiles.query()).toHaveLength(1);
    expect((await upload(leo, theirs, `${some}&profile=${saved.id}`)).status).toBe(400);
    await expect(leo.trpc.imports.endProfile.mutate(saved)).rejects.toMatchObject(errorCode('not-found'));
    const entries = await server.asApp<{ text: string }>(
      { trustId: server.trusts.a.id },
      `select audit_entry::text as text from audit_entry`,
    );
    const words = entries.map(({ text }) => text).join(' ');
    expect(words).toContain('import_profile');
    expect(words).not.toMatch(/Secret words|Surname|Nurses/);
  });
});

describe('looking at a file', () => {
  test('shows its headings and first texts, and keeps nothing', async () => {
    const maya = await server.signIn('workforce');
    const imports = (await maya.trpc.imports.list.query()).length;
    const { head, reason } = await headOf(maya, theirs);
    expect(reason).toBeNull();
    expect(head?.records).toBe(3);
    expect(head?.headings.find(({ heading }) => heading === 'Staff Group')).toEqual({
      heading: 'Staff Group',
      samples: ['Nurses', 'Nursing and Midwifery Registered', 'Porters'],
      texts: ['Nurses', 'Nursing and Midwifery Registered', 'Porters'],
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await maya.trpc.imports.list.query()).toHaveLength(imports);
  });

  test('says why one cannot be read, needs the right, and stops at the size limit', async () => {
    const maya = await server.signIn('workforce');
    expect(await headOf(maya, '<!doctype html><p>Sign in')).toMatchObject({
      head: null,
      reason: expect.stringMatching(/not a CSV file/) as string,
    });
    expect((await inspect(await server.signIn('research'), theirs)).status).toBe(403);
    expect((await inspect(server.stranger, theirs)).status).toBe(401);
    expect((await inspect(maya, new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an Excel workbook', () => {
  test('is looked at, read with a layout and previewed like a CSV file', async () => {
    const maya = await server.signIn('workforce');
    const rows = theirs
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const bytes = await workbook({ name: 'About', rows: [['A report']] }, { name: 'Staff', rows });
    const { head } = await headOf(maya, bytes);
    expect(head?.headings[0]).toMatchObject({
      heading: 'Emp No',
      samples: ['20100001', '20100002', '20100003'],
    });
    const saved = await maya.trpc.imports.saveProfile.mutate({
      known: null,
      mapping: { ...mapping, name: 'Workbook' },
    });
    const batch = await uploadAndRead(maya, bytes, `${some}&profile=${saved.id}`);
    const csv = await uploadAndRead(maya, theirs, `${some}&profile=${saved.id}`);
    expect(batch).toMatchObject({
      state: 'previewed',
      counts: { ...csv.counts, warnings: 1, byCode: { SHEET_READ: 1 } },
    });
    expect(batch.fileIssues[0]?.message).toContain('Read from the sheet “Staff”');
  });

  test('that could do harm is refused by the thread, and the server answers on', async () => {
    const maya = await server.signIn('workforce');
    const bomb = zipOf(bookParts(Buffer.alloc(50 * 1024 * 1024, 0x20)));
    const batch = await uploadAndRead(maya, bomb, some);
    expect(batch).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/unpacks to more/) as string,
    });
    expect(await headOf(maya, bomb)).toMatchObject({ head: null, reason: batch.reason });
  });
});

describe('a study list whose headings and words are not ours', () => {
  test('has 18,000 rows read and previewed with a saved layout, each as our own words have it', async () => {
    const maya = await server.signIn('workforce');
    const saved = await maya.trpc.imports.saveProfile.mutate({ known: null, mapping: studyListMapping });
    const batch = await uploadAndRead(maya, studyList(18_000), `kind=studies&profile=${saved.id}`);
    expect(batch).toMatchObject({
      state: 'previewed',
      counts: { records: 18_000, accepted: 18_000, new: 18_000, rejected: 0 },
    });
    const { rows } = await maya.trpc.imports.rows.query({ id: batch.id, after: 17_990 });
    const statuses = new Set(rows.map(({ after }) => (after as { status: string }).status));
    expect(
      [...statuses].filter((status) => !['in-set-up', 'open', 'suspended', 'closed'].includes(status)),
    ).toEqual([]);
    expect(rows[0]?.after).toMatchObject({
      reference: 'RD-117990',
      cpmsId: '57990',
      title: expect.stringContaining('Trial of care 17990') as string,
    });
  });
});
