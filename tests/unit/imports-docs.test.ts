import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importKinds } from '../../shared/imports/kind.ts';
import { columnTable } from '../../shared/imports/templates.ts';

const page = readFileSync(new URL('../../docs/imports.md', import.meta.url), 'utf8');

it.each(importKinds)('docs/imports.md shows the columns of the %s file as the program reads them', (kind) => {
  expect(page).toContain(columnTable(kind));
});
