import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PackDocument } from '../../shared/evidence/blocks.ts';
import type { Fact } from '../../shared/evidence/statement.ts';
import { fieldsOf } from '../../server/evidence/fields-of.ts';
import { readPdf } from '../support/pdf-text.ts';
import { useServer, type Person } from '../support/server.ts';

const server = useServer({ sample: true });
let director: Person;

beforeAll(async () => {
  director = await server.signIn('research');
});

const evidence = () => director.trpc.evidence;
/** A count as every figure shows it alone. */
const alone = (count: number): string => shown(count > 0 && count < 5 ? null : count);
const shown = (count: number | null): string => (count === null ? 'hidden to protect people' : String(count));

const fact = (metric: Fact['metric']): Fact => ({
  metric,
  owner: 'Research director',
  sentence: null,
  draftedAs: null,
});

async function figureOf(metric: string) {
  const found = (await evidence().show.query()).figures.find((figure) => figure.metric === metric);
  if (found === undefined) throw new Error(metric);
  return found;
}

/** A question to the database as the trust that the director is in. */
async function ask<T extends object>(sql: string): Promise<readonly T[]> {
  const trusts = await director.trpc.trust.list.query();
  return server.asApp<T>({ trustId: trusts.find(({ current }) => current)!.id }, sql);
}

async function export_(id: string, format: string): Promise<Buffer> {
  const answer = await director.get(`/api/evidence/${id}/pack.${format}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Every text of a document that a reader must see, in order. */
function textsOf({ title, line, blocks }: PackDocument): string[] {
  const own = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'table')
      return [
        block.table.caption,
        ...block.table.columns.map(({ label }) => label),
        ...block.table.rows.flat(),
      ];
    if (block.kind === 'signatures') return block.of;
    return [block.kind === 'chart' ? block.chart.title : block.text];
  });
  return [title, line, ...own].map((text) => text.replace(/\s+/g, ' ').trim());
}

const squeezed = (text: string): string => text.replace(/\s+/g, '').replace(/[\u00AD\u2010-]/g, '');

let frameworkId = '';
let firstPack = '';

describe('figures of the evidence page', () => {
  test('are those of the pages they name', async () => {
    const research = await director.trpc.research.summary.query();
    const overview = await director.trpc.overview.summary.query();
    const register = await director.trpc.learners.register.query();
    const headcount = await figureOf('research-active-headcount');
    const people = await director.trpc.research.people.query();
    const byGroup = people.headcounts['staff-group'];
    expect(headcount.headline).toBe(shown(byGroup.people));
    expect(headcount.table?.rows.map(([group]) => group)).toEqual([
      ...byGroup.groups.map(({ group }) => group),
      'All',
    ]);
    expect((await figureOf('research-active-trend')).table?.rows).toHaveLength(people.trend.length);
    expect(headcount.sentence).toContain(
      `delegation record held for ${research.coverage.held} of ${research.coverage.open} open studies`,
    );
    const counts = await figureOf('qualified-ready-named');
    expect(counts.table?.rows.slice(2)).toEqual([
      ['Named', String(overview.namedPi + overview.namedCoi)],
      ['Named as Principal Investigator', String(overview.namedPi)],
      ['Named as Co-Investigator (sub-investigator)', String(overview.namedCoi)],
    ]);
    expect(counts.table?.rows[0]).toEqual(['Qualified', alone(overview.summary.qualifiedNow)]);
    const money = await figureOf('backfill-and-fees');
    expect(money.table?.rows.map(([year]) => year)).toEqual(
      overview.summary.years.map(({ financialYear }) => financialYear),
    );
    const pounds = (pence: number) => `£${Math.round(pence / 100).toLocaleString('en-GB')}`;
    expect(money.table?.rows.map((row) => row[2])).toEqual(
      overview.summary.years.map(({ costPence }) => pounds(costPence)),
    );
    const { p50 } = overview.summary.piGained!;
    expect((await figureOf('projection')).table?.rows[2]?.[1]).toBe(String(p50));
    const studying = register.lines.filter(({ state }) => state === 'enrolled' || state === 'interrupted');
    const supervisors = await director.trpc.supervisors.list.query();
    const now = supervisors.intakes[0]!;
    const slots = await figureOf('supervisors');
    expect(slots.headline).toBe(`${now.exist} slots, ${alone(now.needed)} needed`);
    expect(slots.table?.rows.at(-1)).toEqual(['Slots short', String(now.short)]);
    expect(supervisors.supervisors.reduce((sum, { counted }) => sum + counted, 0)).toBe(now.exist);
    expect((await figureOf('learners-by-stage')).headline).toBe(alone(studying.length));
    expect((await figureOf('studies-by-specialty')).headline).toBe(String(research.coverage.open));
    const { recruitment } = await director.trpc.research.activity.query();
    const states = ['on-target', 'behind', 'not-known', 'not-started', 'no-goal'] as const;
    const recruiting = await figureOf('recruitment-to-target');
    if (recruiting.known)
      expect(recruiting.table?.rows.map(([, count]) => Number(count))).toEqual(
        states.map((state) => recruitment[state]),
      );
  });

  test('typed values are not known until somebody types them', async () => {
    expect(await figureOf('participants-recruited')).toMatchObject({ known: false, headline: 'not known' });
  });
});

describe('a framework of the trust', () => {
  beforeAll(async () => {
    const small = (await director.trpc.trust.list.query()).find(({ odsCode }) => odsCode === 'ZZ2');
    await director.trpc.trust.switch.mutate({ trustId: small!.id });
  });

  test('begins with the published questions, and its changes are refused to whoever saw an older version', async () => {
    const adopted = await evidence().adopt.mutate({ base: 'well-led-2018', carryFrom: null });
    frameworkId = adopted.id;
    const { statements, frameworks } = await evidence().show.query();
    expect(statements.map(({ code }) => code)).toEqual(['W8.R1', 'W8.R2', 'W8.R3', 'W8.R4', 'W8.R5']);
    expect(frameworks).toMatchObject([{ id: frameworkId, status: 'superseded', base: 'well-led-2018' }]);
    const { id, version } = statements[1]!;
    const statement = fieldsOf(statements[1]!);
    const changed = {
      ...statement,
      decisions: [{ what: 'Fund PI sessions', on: '2026-10-05', reference: 'Board minute 10/26' }],
      gaps: [
        { gap: 'No job plan names research.', action: 'Review', by: '2027-03-31', owner: 'Medical director' },
      ],
    } as never;
    const known = { id, version };
    const saved = await evidence().saveStatement.mutate({ known, frameworkId, statement: changed });
    await expect(
      evidence().saveStatement.mutate({ known, frameworkId, statement: changed }),
    ).rejects.toMatchObject({ data: { code: 'changed-elsewhere' } });
    await evidence().undo.mutate({ entity: 'statement', id, version: saved.version });
    expect((await evidence().show.query()).statements[1]).toMatchObject({ decisions: [], version: 3 });
    await evidence().saveStatement.mutate({ known: { id, version: 3 }, frameworkId, statement: changed });
    await evidence().saveFramework.mutate({
      known: { id: frameworkId, version: 1 },
      framework: { name: 'Well-led 2018', status: 'own', source: 'Board paper', note: '' },
    });
  });

  test('a fact that stands twice is refused', async () => {
    const { statements } = await evidence().show.query();
    const { id, version, frameworkId: own } = statements[0]!;
    const statement = fieldsOf(statements[0]!);
    const facts = [fact('projection'), fact('projection')];
    await expect(
      evidence().saveStatement.mutate({
        known: { id, version },
        frameworkId: own,
        statement: { ...statement, facts },
      }),
    ).rejects.toMatchObject({ data: { code: 'bad-input' } });
  });
});

describe('a frozen pack', () => {
  test('keeps its bytes while the register changes, works each figure out again, and lists what changed', async () => {
    await evidence().saveMeasure.mutate({
      known: null,
      measure: {
        metric: 'participants-recruited',
        value: 98_765,
        period: '2025/26',
        on: '2026-03-31' as never,
        source: 'NIHR Open Data Platform',
        useLabel: 'internal-only',
      },
    });
    const { id, sha256 } = await evidence().freeze.mutate({ frameworkId, title: 'Well-led pack 1' });
    firstPack = id;
    const before = await director.trpc.evidence.pack.query({ id });
    expect(before).toMatchObject({ whole: true, sincePrevious: null, sinceThen: { changes: [] } });
    expect(before.rederived).toMatchObject({ same: 19, figures: 19, different: [], parametersWhole: true });
    expect(before.rederived).toMatchObject({ workingFaults: [], then: before.rederived.now });
    expect(before.steps.length).toBeGreaterThan(20);
    expect(before.steps.filter(({ printed }) => printed.includes('98,765'))).toEqual([]);
    await ask(
      `update study set specialty = 'Plastic surgery' where id =
         (select id from study where status = 'open' and closed_on is null order by id limit 1)`,
    );
    await evidence().saveMeasure.mutate({
      known: null,
      measure: {
        metric: 'serious-breaches',
        value: 2,
        period: '2025/26',
        on: '2026-03-31' as never,
        source: 'Governance log',
        useLabel: 'with-care',
      },
    });
    const after = await evidence().pack.query({ id });
    expect(after.document).toEqual(before.document);
    expect(after.pack.sha256).toBe(sha256);
    expect(after.whole).toBe(true);
    const changed = after.sinceThen.changes.filter(({ what }) => what === 'figure');
    expect(changed).toContainEqual({
      what: 'figure',
      name: 'Serious breaches reported',
      before: 'not known',
      after: '2',
    });
    expect(changed.map(({ name }) => name)).toContain('Open studies by specialty');
    const second = await evidence().freeze.mutate({ frameworkId, title: 'Well-led pack 2' });
    const next = await evidence().pack.query({ id: second.id });
    expect(next.sincePrevious).toMatchObject({ from: { id: firstPack } });
    expect(next.sincePrevious?.changes).toEqual(after.sinceThen.changes);
  });

  test('holds nobody: no name, staff number or id of the register is in its bytes', async () => {
    const [frozen] = await ask<{ snapshot: string }>(
      'select snapshot from evidence_pack order by made_at limit 1',
    );
    const { snapshot } = frozen!;
    const rows = await ask<{ id: string; number: string; name: string }>(
      `select id, employee_number as number, first_name || ' ' || last_name as name from person`,
    );
    expect(rows.length).toBeGreaterThan(50);
    const found = rows.filter(({ id, name }) => [id, name].some((text) => snapshot.includes(text)));
    expect(found).toEqual([]);
    const numbers = rows.filter(({ number }) => snapshot.includes(`"${number}"`));
    expect(numbers).toEqual([]);
    const supervisors = await ask<{ name: string }>('select name from supervisor');
    expect(supervisors.filter(({ name }) => snapshot.includes(name))).toEqual([]);
  });
});

describe('a pack as a file', () => {
  test('in Word has every figure of the page to the digit, headings, tables and pictures with words', async () => {
    const { document } = await evidence().pack.query({ id: firstPack });
    const bytes = await export_(firstPack, 'docx');
    const { value: text } = await mammoth.extractRawText({ buffer: bytes });
    for (const wanted of textsOf(document)) expect(squeezed(text)).toContain(squeezed(wanted));
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
    const count = (pattern: RegExp): number => [...html.matchAll(pattern)].length;
    const of = (kind: string): number => document.blocks.filter((block) => block.kind === kind).length;
    expect(count(/<h1>/g)).toBe(1);
    expect(count(/<h[23]>/g)).toBe(of('heading'));
    expect(count(/<table>/g)).toBe(of('table') + of('signatures'));
    expect(count(/<img [^>]*alt="(Bar|Line) chart\./g)).toBe(of('chart'));
    expect(of('chart')).toBeGreaterThan(1);
  });

  test('as PDF is tagged and has every figure of the page to the digit, page numbers and the day of the data', async () => {
    const { document } = await evidence().pack.query({ id: firstPack });
    const pdf = await readPdf(await export_(firstPack, 'pdf'));
    const all = squeezed(pdf.pages.map((page) => page.replaceAll(document.line, '')).join(' '));
    const missing = textsOf(document).filter((wanted) => !all.includes(squeezed(wanted)));
    // A text broken over two pages has the foot of the first in its middle.
    expect(missing.filter((text) => text.length < 60 && text !== document.line)).toEqual([]);
    expect(missing.length).toBeLessThan(pdf.pages.length + 1);
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(page).toContain(document.line);
    });
    expect(pdf).toMatchObject({ title: document.title, language: 'en-GB', marked: true });
    const tagged = (tag: string): number => pdf.tags.filter((one) => one === tag).length;
    expect(tagged('H1')).toBe(1);
    expect(tagged('H2')).toBe(
      document.blocks.filter((block) => block.kind === 'heading' && block.level === 2).length,
    );
    expect(tagged('TH')).toBeGreaterThan(10);
    const charts = document.blocks.flatMap((block) =>
      block.kind === 'chart' ? [block.chart.alternative] : [],
    );
    expect(pdf.alternatives).toEqual(charts);
  });

  test('names none of the people of the trust, and not the value that its source keeps inside', async () => {
    const people = await ask<{ name: string; number: string }>(
      `select id, employee_number as number, first_name || ' ' || last_name as name from person`,
    );
    expect(people.length).toBeGreaterThan(50);
    const { value: word } = await mammoth.extractRawText({ buffer: await export_(firstPack, 'docx') });
    const pdf = (await readPdf(await export_(firstPack, 'pdf'))).pages.join(' ');
    for (const text of [word, pdf]) {
      expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/98,?765/);
      expect(text).toContain('Participants recruited: left out.');
    }
  });

  test('is not had without a session, in another form, or of a pack that is not there', async () => {
    expect((await server.stranger.get(`/api/evidence/${firstPack}/pack.pdf`)).status).toBe(401);
    expect((await director.get(`/api/evidence/${firstPack}/pack.exe`)).status).toBe(404);
    expect((await director.get(`/api/evidence/${frameworkId}/pack.pdf`)).status).toBe(404);
  });

  test('is held back while a text typed by hand has a small number, until somebody lets exactly that through', async () => {
    const { statements } = await evidence().show.query();
    const own = statements.find(({ code, frameworkId: of }) => code === 'W8.R3' && of === frameworkId)!;
    const write = async (version: number, what: string) => {
      const decision = { what, on: '2026-09-07', reference: 'Minute 4' } as never;
      const statement = { ...fieldsOf(own), decisions: [decision] };
      return evidence().saveStatement.mutate({ known: { id: own.id, version }, frameworkId, statement });
    };
    const first = await write(own.version, 'Release 3 nurses of Ward 4');
    const { id } = await evidence().freeze.mutate({ frameworkId, title: 'Held pack' });
    const { held } = await evidence().pack.query({ id });
    expect(held).toMatchObject({
      confirmed: null,
      holds: [{ where: 'W8.R3, decision 1', reason: 'small-number', found: '3', mustChange: false }],
    });
    for (const format of ['docx', 'pdf']) {
      const refused = await director.get(`/api/evidence/${id}/pack.${format}`);
      expect(refused.status).toBe(412);
      expect(await refused.text()).toContain('Release 3 nurses of Ward 4');
    }
    const other = { id, holds: '0'.repeat(64) };
    await expect(evidence().confirm.mutate(other)).rejects.toMatchObject({
      data: { code: 'changed-elsewhere' },
    });
    await evidence().confirm.mutate({ id, holds: held.sha256 });
    expect((await director.get(`/api/evidence/${id}/pack.pdf`)).status).toBe(200);
    expect((await evidence().pack.query({ id })).held.confirmed?.by).toMatch(/research director/i);

    // What its source keeps inside goes nowhere, and a name of the staff file is seen.
    const [person] = await ask<{ name: string }>(
      `select first_name || ' ' || last_name as name from person order by id limit 1`,
    );
    const second = await write(first.version, `Thank ${person!.name} for 98,765 participants`);
    const quoting = await evidence().freeze.mutate({ frameworkId, title: 'Quoting pack' });
    const shown = await evidence().pack.query({ id: quoting.id });
    expect(shown.held.holds).toMatchObject([
      { reason: 'kept-inside', mustChange: true },
      { reason: 'person', found: person!.name.toLowerCase() },
    ]);
    await expect(
      evidence().confirm.mutate({ id: quoting.id, holds: shown.held.sha256 }),
    ).rejects.toMatchObject({ data: { code: 'bad-input' } });
    expect((await director.get(`/api/evidence/${quoting.id}/pack.docx`)).status).toBe(403);
    await write(second.version, 'Publish the list of studies');
  });

  test('is refused when its bytes are no longer those that were frozen', async () => {
    await ask(`update evidence_pack set snapshot = snapshot || ' ' where id = '${firstPack}'`);
    expect((await evidence().pack.query({ id: firstPack })).whole).toBe(false);
    expect((await director.get(`/api/evidence/${firstPack}/pack.pdf`)).status).toBe(503);
  });
});

test('evidence is carried over to another version by what a question is about, and the draft of 2026 begins empty', async () => {
  const next = await evidence().adopt.mutate({ base: 'single-2023', carryFrom: frameworkId });
  expect(next.leftBehind).toEqual(['W8.R1', 'W8.R4']);
  const { statements } = await evidence().show.query();
  const own = statements.filter((one) => one.frameworkId === next.id);
  expect(own.map(({ code }) => code)).toEqual(['WL7.1', 'WL7.2', 'WL7.3']);
  expect(own[2]).toMatchObject({
    decisions: [{ reference: 'Board minute 10/26' }],
    gaps: [{ owner: 'Medical director' }],
  });
  const draft = await evidence().adopt.mutate({ base: 'sector-2026', carryFrom: null });
  const shown = await evidence().show.query();
  expect(shown.statements.filter((one) => one.frameworkId === draft.id)).toEqual([]);
  await expect(evidence().freeze.mutate({ frameworkId: draft.id, title: 'Empty' })).rejects.toMatchObject({
    data: { code: 'bad-input' },
  });
  await evidence().undo.mutate({ entity: 'framework', id: draft.id, version: 1 });
  expect((await evidence().show.query()).frameworks).toHaveLength(2);
});
