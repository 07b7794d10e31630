import { describe, expect, it } from 'vitest';
import { paths } from '../../client/app/paths.ts';
import { publishedTables } from '../../shared/parameters/default-set.ts';
import { appRouter } from '../../server/trpc/app-router.ts';
import { filesUnder, testTexts, textOf } from '../support/sources.ts';

const procedures = Object.keys(appRouter._def.procedures);

describe('the tests of the tests', () => {
  it('every address is opened in a browser by a test', () => {
    const opened = testTexts('e2e');
    const uncovered = Object.entries(paths).filter(([name, path]) => {
      const literal = path.includes('$') ? path.slice(0, path.indexOf('$')) : path;
      return (
        !opened.includes(`paths.${name}`) &&
        !opened.includes(`'${literal}`) &&
        !opened.includes(`\`${literal}`)
      );
    });
    expect(uncovered).toEqual([]);
  });

  it('every procedure is called by an integration, security or browser test', () => {
    expect(procedures.length).toBeGreaterThan(10);
    const called = testTexts('integration', 'security', 'faults', 'e2e');
    expect(procedures.filter((path) => !called.includes(path))).toEqual([]);
  });

  it('every table of the migrations is written or read by an integration, security or fault test', () => {
    const tables = filesUnder('migrations')
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...textOf(path).matchAll(/create table (\w+)/g)].map(([, name]) => name ?? ''));
    expect(tables.length).toBeGreaterThan(10);
    const texts = testTexts('integration', 'security', 'faults') + textOf('tests/support/rows.ts');
    const named = (table: string): boolean => new RegExp(`\\b${table}\\b`).test(texts);
    expect(tables.filter((table) => !named(table))).toEqual([]);
  });

  it('every file of parameters is one of the tables that the parameter tests walk', () => {
    const files = filesUnder('shared/parameters/data').map((path) => path.replace(/^.*\/|\.json$/g, ''));
    expect(files.sort()).toEqual(Object.keys(publishedTables).sort());
  });
});
