import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { importKinds } from '../../shared/imports/kind.ts';
import { mayImport } from '../../shared/imports/who-imports.ts';
import { CheckStopped, checkInWorker } from '../../server/imports/check-in-worker.ts';
import { getImport } from '../../server/imports/get-import.ts';
import { importRoutes } from '../../server/imports/http-routes.ts';
import { interrupted } from '../../server/imports/live-state.ts';
import { removeLeftUploads } from '../../server/imports/receive-file.ts';
import { templateCsv } from '../../shared/imports/templates.ts';
import { importDay } from '../support/check-text.ts';
import { sampleFiles } from '../support/contract-samples.ts';
import { sampleImportFile as sample } from '../support/import-samples.ts';
import { upload, uploadAndRead, whenRead } from '../support/imports.ts';
import { useServer, type Person } from '../support/server.ts';
import { fileOf } from '../support/sheets.ts';
import { person, staffFile } from '../support/staff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pt-imports-http-'));
const server = useServer({ featureRoutes: [importRoutes(folder)] });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const three = staffFile([person(0), person(1), person(2)]);

async function bodyOf(answer: Response): Promise<{ error: { code: string; message: string } }> {
  return (await answer.json()) as { error: { code: string; message: string } };
}

async function batchOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { batchId: string }).batchId;
}

describe('an upload', () => {
  test('is answered at once, read off the request, previewed, and its file deleted', async () => {
    const maya = await server.signIn('workforce');
    const answer = await upload(maya, three);
    expect(answer.status).toBe(202);
    const batch = await whenRead(maya, await batchOf(answer));
    expect(batch).toMatchObject({
      kind: 'staff',
      scope: 'whole-trust',
      dataDate: '2026-11-20',
      state: 'previewed',
      uploadedBy: 'Sample workforce manager',
      counts: { records: 3, new: 3 },
      progress: null,
    });
    expect(readdirSync(folder)).toEqual([]);
    const [latest] = await maya.trpc.imports.list.query();
    expect(latest).toMatchObject({ id: batch.id, state: 'previewed' });
    await maya.trpc.imports.discard.mutate({ id: batch.id });
  });

  test.each(sampleFiles.map((file) => [file.file, file] as const))(
    '%s gets its right answer through the server',
    async (name, expected) => {
      const maya = await server.signIn('workforce');
      const batch = await uploadAndRead(maya, sample(name));
      if (expected.outcome === 'reject_file') {
        expect(batch).toMatchObject({ state: 'refused', counts: null, reason: expect.any(String) as string });
        return;
      }
      expect(batch).toMatchObject({
        state: 'previewed',
        counts: {
          records: expected.records,
          accepted: expected.accepted,
          rejected: expected.records! - expected.accepted!,
          warnings: expected.warnings.length,
        },
      });
      const { rows } = await maya.trpc.imports.rows.query({ id: batch.id, outcome: 'rejected' });
      expect(rows.map((row) => [row.position, row.issues.find((issue) => issue.refuses)?.column])).toEqual(
        expected.rejected.map(({ record, column }) => [record, column]),
      );
      await maya.trpc.imports.discard.mutate({ id: batch.id });
    },
  );

  test('says in its address what it is', async () => {
    const maya = await server.signIn('workforce');
    const batch = await uploadAndRead(maya, three, 'kind=staff&scope=only-these-people&dataDate=2026-10-31');
    expect(batch).toMatchObject({ scope: 'only-these-people', dataDate: '2026-10-31' });
    expect(await uploadAndRead(maya, templateCsv('teams'), 'kind=teams')).toMatchObject({
      kind: 'teams',
      scope: 'only-these-people',
    });
  });

  test.each([
    '',
    'kind=pets',
    'kind=staff&scope=all',
    'kind=staff&dataDate=tomorrow',
    'kind=staff&dataDate=2026-11-21',
    'kind=staff&dataDate=1999-12-31',
    'kind=staff&trustId=x',
  ])('with the address ?%s is refused', async (query) => {
    const answer = await upload(await server.signIn('workforce'), three, query);
    expect([answer.status, (await bodyOf(answer)).error.code]).toEqual([400, 'bad-input']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('needs a session and the right', async () => {
    expect((await upload(server.stranger, three)).status).toBe(401);
    for (const role of ['finance', 'research', 'read-only'] as const) {
      expect((await upload(await server.signIn(role), three)).status).toBe(403);
    }
  });

  test('of the bank and the ledger may come from finance, and of no other kind: not to upload, apply, put away or undo', async () => {
    const [maya, finance] = [await server.signIn('workforce'), await server.signIn('finance')];
    const allowed = importKinds.filter((kind) => mayImport('finance', kind));
    expect(allowed).toEqual(['bank-shifts', 'ledger']);
    for (const kind of importKinds) {
      const answer = await upload(finance, templateCsv(kind), `kind=${kind}`);
      expect([kind, answer.status]).toEqual([kind, allowed.includes(kind) ? 202 : 403]);
    }
    const worked = { date: '16/10/2026', band: 'Band 5', minutes: '7.5', costPence: '218.03' };
    const shifts = fileOf('bank-shifts', [
      { reference: 'B1', unit: 'Ward', ...worked, reason: 'Study leave' },
    ]);
    const { id } = await uploadAndRead(finance, shifts, 'kind=bank-shifts');
    expect(await finance.trpc.imports.applyBatch.mutate({ id })).toMatchObject({ changes: 1 });
    expect(await finance.trpc.imports.undoBatch.mutate({ id })).toMatchObject({ putBack: { bank_shift: 1 } });
    const staff = await uploadAndRead(maya, staffFile([person(70)]), 'kind=staff&scope=only-these-people');
    const { imports } = finance.trpc;
    const refused = { data: { code: 'not-allowed' } };
    await expect(imports.applyBatch.mutate({ id: staff.id })).rejects.toMatchObject(refused);
    await expect(imports.discard.mutate({ id: staff.id })).rejects.toMatchObject(refused);
    await maya.trpc.imports.discard.mutate({ id: staff.id });
    const mapping = { name: 'Theirs', headings: {}, values: {} };
    const layout = { ...mapping, kind: 'staff' as const };
    await expect(imports.saveProfile.mutate({ known: null, mapping: layout })).rejects.toMatchObject(refused);
    const held = await maya.trpc.imports.saveProfile.mutate({
      known: null,
      mapping: { ...layout, headings: { lastName: 'Surname' } },
    });
    await expect(imports.endProfile.mutate(held)).rejects.toMatchObject(refused);
    await expect(imports.undoProfile.mutate(held)).rejects.toMatchObject(refused);
    await maya.trpc.imports.undoProfile.mutate(held);
  });

  test('sent twenty times under one key is one import', async () => {
    const maya = await server.signIn('workforce');
    const before = (await maya.trpc.imports.list.query()).length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => upload(maya, three, 'kind=staff', { 'idempotency-key': 'one click' })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(202));
    const ids = new Set(await Promise.all(answers.map(batchOf)));
    expect(ids.size).toBe(1);
    await whenRead(maya, [...ids][0]!);
    expect((await maya.trpc.imports.list.query()).length).toBe(before + 1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is compressed is refused as such, whatever its encoding claims', async () => {
    const maya = await server.signIn('workforce');
    const answer = await upload(maya, gzipSync(three), 'kind=staff', { 'content-encoding': 'gzip' });
    const batch = await whenRead(maya, await batchOf(answer));
    expect(batch).toMatchObject({ state: 'refused', reason: expect.stringContaining('gzip') as string });
  });

  test('of more than 20 MB is refused with 413 before it is read whole', async () => {
    const maya = await server.signIn('workforce');
    const known = await upload(maya, new Uint8Array(20 * 1024 * 1024 + 1));
    expect([known.status, (await bodyOf(known)).error.code]).toEqual([413, 'too-large']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('without an end is cut off at 20 MB, and nothing of it stays', async () => {
    const maya = await server.signIn('workforce');
    let sent = 0;
    const zeros = Readable.from(
      (function* () {
        for (; sent < 400; sent += 1) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    const answer = await fetch(`${server.url}/api/imports/upload?kind=staff`, {
      method: 'POST',
      headers: { cookie: maya.cookie, origin: server.url, 'content-type': 'application/octet-stream' },
      body: Readable.toWeb(zeros) as unknown as BodyInit,
      duplex: 'half',
    } as RequestInit).catch((error: unknown) => error);
    if (answer instanceof Response) expect(answer.status).toBe(413);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sent).toBeLessThan(400);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that stops half-way leaves neither a file nor an import', async () => {
    const maya = await server.signIn('workforce');
    const before = (await maya.trpc.imports.list.query()).length;
    await sendHalf(maya);
    await expect.poll(() => readdirSync(folder), { timeout: 5_000 }).toEqual([]);
    expect((await maya.trpc.imports.list.query()).length).toBe(before);
  });

  test('lies under a random name that only this account may read', async () => {
    const maya = await server.signIn('workforce');
    const socket = await halfSent(maya);
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    const [name = ''] = readdirSync(folder);
    expect(name).toMatch(/^[0-9a-f-]{36}$/);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    socket.destroy();
    await expect.poll(() => readdirSync(folder), { timeout: 5_000 }).toEqual([]);
  });

  /** Declares 6 MB, sends 1 MB and waits. */
  async function halfSent(maya: Person) {
    const { hostname, port, host } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/imports/upload?kind=staff HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\nCookie: ${maya.cookie}\r\n` +
        `Content-Type: application/octet-stream\r\nContent-Length: ${6 * 1024 * 1024}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(1024 * 1024, 'a'));
    return socket;
  }

  async function sendHalf(maya: Person): Promise<void> {
    const socket = await halfSent(maya);
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.destroy();
  }
});

describe('the layout of a file', () => {
  const esr = staffFile([person(40)])
    .replace('Pay Scale', 'Pay Scale / Grade')
    .replace('Start Date', 'Latest Start Date');

  test('is chosen at upload, and the preview says which column was read from which', async () => {
    const maya = await server.signIn('workforce');
    const batch = await uploadAndRead(
      maya,
      esr,
      'kind=staff&scope=only-these-people&profile=esr-staff-in-post',
    );
    expect(batch).toMatchObject({ state: 'previewed', counts: { new: 1, rejected: 0 } });
    expect(batch.readWith?.columns).toContainEqual({ column: 'Start Date', heading: 'Latest Start Date' });
    await maya.trpc.imports.discard.mutate({ id: batch.id });
    const plain = await uploadAndRead(maya, esr, 'kind=staff&scope=only-these-people');
    expect(plain).toMatchObject({ state: 'refused', readWith: null });
  });

  test('that nobody knows, or of another kind of file, is refused', async () => {
    const maya = await server.signIn('workforce');
    for (const query of ['kind=staff&profile=none', 'kind=teams&profile=esr-staff-in-post'])
      expect((await upload(maya, esr, query)).status).toBe(400);
  });
});

describe('an applied import', () => {
  test('is undone by whoever may import, and lists what was kept (imports.undoBatch, imports.kept)', async () => {
    const maya = await server.signIn('workforce');
    const { id } = await uploadAndRead(
      maya,
      staffFile([person(50), person(51)]),
      'kind=staff&scope=only-these-people',
    );
    await maya.trpc.imports.applyBatch.mutate({ id });
    await server.asApp(
      { trustId: server.trusts.a.id },
      `update person set first_name = 'Edited', version = version + 1 where employee_number = '20100050'`,
    );
    const finance = await server.signIn('finance');
    await expect(finance.trpc.imports.undoBatch.mutate({ id })).rejects.toThrow();
    expect(await maya.trpc.imports.undoBatch.mutate({ id })).toMatchObject({
      putBack: { person: 1, assignment: 1 },
      kept: { person: 1, assignment: 1 },
    });
    const first = await finance.trpc.imports.kept.query({ id, limit: 1 });
    expect(first).toMatchObject({
      records: [{ label: 'Edited Okafor, 20100050', reason: 'edited' }],
      next: 1,
    });
    expect(await finance.trpc.imports.kept.query({ id, after: 1, limit: 1 })).toMatchObject({
      records: [{ label: 'Edited Okafor, 20100050-1', reason: 'in-use' }],
      next: null,
    });
  });
});

describe('reading that goes wrong', () => {
  test('is noticed when nobody can still be reading', async () => {
    const maya = await server.signIn('workforce');
    const { id } = await uploadAndRead(maya, three);
    const { a } = server.trusts;
    const age = (seconds: number) =>
      server.asApp(
        { trustId: a.id },
        `update import_batch set state = 'reading', created_at = now() - make_interval(secs => $2) where id = $1`,
        [id, seconds],
      );
    await age(10);
    expect(await getImport(a.as('workforce'), { id })).toMatchObject({ value: { state: 'reading' } });
    await age(61);
    expect(await getImport(a.as('workforce'), { id })).toMatchObject({
      value: { state: 'failed', reason: interrupted },
    });
    await maya.trpc.imports.discard.mutate({ id });
  });

  test('ends the thread alone when it needs too much memory or time', async () => {
    const text = staffFile(Array.from({ length: 40_000 }, (_, index) => person(index)));
    const task = { bytes: new TextEncoder().encode(text), kind: 'staff', today: importDay } as const;
    await expect(
      checkInWorker(task, () => undefined, { milliseconds: 30_000, megabytes: 16 }),
    ).rejects.toThrow(/memory/);
    await expect(checkInWorker(task, () => undefined, { milliseconds: 1 })).rejects.toThrow(CheckStopped);
    const steps: number[] = [];
    const read = await checkInWorker(task, (done) => steps.push(done), { milliseconds: 30_000 });
    expect(read).toMatchObject({ ok: true, facts: { records: 40_000, accepted: 40_000 } });
    expect(steps.slice(0, 2).concat(steps.at(-1)!)).toEqual([2_000, 4_000, 40_000]);
    await removeLeftUploads(folder, new Date(Date.now() + 2 * 60 * 60 * 1000));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('uploads left by a server that was killed are removed once nobody can be reading them', async () => {
    const old = join(folder, 'old');
    const fresh = join(folder, 'fresh');
    for (const path of [old, fresh]) writeFileSync(path, 'x');
    utimesSync(old, new Date(0), new Date(0));
    await removeLeftUploads(folder, new Date());
    expect(readdirSync(folder)).toEqual(['fresh']);
    await removeLeftUploads(folder, new Date(Date.now() + 2 * 60 * 60 * 1000));
  });
});

describe('downloads', () => {
  test.each(importKinds)(
    'the %s template opens in Excel and is refused only for its example',
    async (kind) => {
      const answer = await (await server.signIn('read-only')).get(`/api/imports/templates/${kind}.csv`);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${kind}-template.csv"`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const maya = await server.signIn('workforce');
      const batch = await uploadAndRead(maya, bytes, `kind=${kind}`);
      expect(batch.counts).toMatchObject({ records: 1, accepted: 0, byCode: { EXAMPLE_ROW: 1 } });
    },
  );

  test('refused rows come back with their reasons, can be mended and uploaded, and cannot run as formulas', async () => {
    const maya = await server.signIn('workforce');
    const rows = [
      person(0, { lastName: '=1+1', fteE5: '7' }),
      person(1),
      person(2, { startDate: 'x', orgL4: '@SUM(1)' }),
    ];
    const batch = await uploadAndRead(
      maya,
      staffFile(rows).replace(/\r\n/g, ',AB123456C\r\n').replace('AB123456C', 'NI Number'),
    );
    const answer = await maya.get(`/api/imports/${batch.id}/rejected.csv`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="rejected-rows.csv"');
    const text = await answer.text();
    expect(text).not.toContain('AB123456C');
    const lines = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(
      lines.map((line) => [
        line['Record'],
        line['Line'],
        line['Employee Number'],
        line['Last Name'],
        line['FTE'],
        line['Org L4'],
      ]),
    ).toEqual([
      ['1', '2', '20100000', "'=1+1", '7', '100 Surgery'],
      ['3', '4', '20100002', 'Okafor', '1.00', "'@SUM(1)"],
    ]);
    expect(lines[1]?.['What is wrong']).toMatch(/^Start Date \(BAD_DATE\): “x” cannot be read as a day/);
    const mended = await uploadAndRead(
      maya,
      text.replace(',7,', ',1.00,').replace(',x,', ',01/02/2020,'),
      'kind=staff&scope=only-these-people',
    );
    expect(mended.counts).toMatchObject({ records: 2, accepted: 2 });
  });

  test('another trust’s refused rows do not exist', async () => {
    const maya = await server.signIn('workforce');
    const { id } = await uploadAndRead(maya, staffFile([person(0, { fteE5: 'x' })]));
    const leo = await server.signIn('workforce');
    await leo.trpc.trust.switch.mutate({ trustId: server.trusts.b.id });
    expect((await leo.get(`/api/imports/${id}/rejected.csv`)).status).toBe(404);
    await expect(leo.trpc.imports.batch.query({ id })).rejects.toMatchObject({ data: { code: 'not-found' } });
    await expect(leo.trpc.imports.rows.query({ id })).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  test.each([
    '/api/imports/templates/pets.csv',
    '/api/imports/templates/staff',
    '/api/imports/x/rejected.csv',
    '/api/imports/00000000-0000-7000-8000-000000000000/rejected.csv',
  ])('%s is not found', async (path) => {
    expect((await (await server.signIn('workforce')).get(path)).status).toBe(404);
  });

  test('need a session', async () => {
    expect((await server.stranger.get('/api/imports/templates/staff.csv')).status).toBe(401);
    expect(
      (await server.stranger.get('/api/imports/00000000-0000-7000-8000-000000000000/rejected.csv')).status,
    ).toBe(401);
  });
});

test('a file of a kind that can end nothing is refused as a whole list, before it is read', async () => {
  const maya = await server.signIn('workforce');
  for (const kind of ['studies', 'roster-hours']) {
    expect((await upload(maya, 'x', `kind=${kind}&scope=whole-trust`)).status).toBe(400);
    expect((await upload(maya, 'x', `kind=${kind}`)).status).toBe(202);
  }
});
