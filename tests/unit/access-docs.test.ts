import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessMatrix } from '../../shared/access/matrix.ts';
import { allRights, can } from '../../shared/access/rights.ts';
import { importMatrix } from '../../shared/imports/who-imports.ts';
import { roleNames, roles } from '../../shared/access/roles.ts';

const page = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
const squeezed = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

test('docs/access.md shows who may ask what as the server decides it', () => {
  expect(squeezed(page)).toContain(squeezed(accessMatrix()));
});

test('docs/access.md shows which files who brings in as the server decides it', () => {
  expect(squeezed(page)).toContain(squeezed(importMatrix()));
});

test('the matrix has a row for every right and says yes exactly where the table does', () => {
  const [, , ...rows] = accessMatrix().split('\n');
  expect(rows).toHaveLength(allRights.length);
  allRights.forEach((right, index) => {
    const [, name, ...cells] = (rows[index] ?? '').split('|').map((cell) => cell.trim());
    expect(name).toBe(`\`${right}\``);
    expect(roles.filter((_, at) => cells[at] === 'yes')).toEqual(roles.filter((role) => can(role, right)));
  });
});

test('docs/access.md names every role', () => {
  for (const role of roles) expect(page).toContain(`**${roleNames[role]}**`);
});
