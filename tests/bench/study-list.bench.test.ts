import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importRoutes } from '../../server/imports/http-routes.ts';
import { uploadAndRead } from '../support/imports.ts';
import { useServer } from '../support/server.ts';
import { studyList, studyListMapping } from '../support/study-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'pt-study-list-bench-'));
const server = useServer({ featureRoutes: [importRoutes(folder)] });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('18,000 studies in a layout of their own are previewed at about ten times the cost of 1,800', async () => {
  const maya = await server.signIn('workforce');
  const { id } = await maya.trpc.imports.saveProfile.mutate({ known: null, mapping: studyListMapping });
  const seconds = async (rows: number): Promise<number> => {
    const text = studyList(rows);
    const from = performance.now();
    const batch = await uploadAndRead(maya, text, `kind=studies&profile=${id}`);
    expect(batch.counts).toMatchObject({ records: rows, accepted: rows });
    return (performance.now() - from) / 1000;
  };
  const [small, large] = [await seconds(1_800), await seconds(18_000)];
  console.log(JSON.stringify({ small, large, ratio: large / small }));
  expect(large / small).toBeLessThan(15);
});
