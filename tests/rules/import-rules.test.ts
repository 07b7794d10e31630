import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, filesUnder, textOf } from '../support/sources.ts';

const rooms = ['shared', 'migrations', 'server', 'client', 'tests'];

describe('the import rules', () => {
  it('are checked over every source file, not over none', () => {
    const report = join(mkdtempSync(join(tmpdir(), 'import-rules-')), 'report.json');
    const cruise = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
    const how = ['--config', '.tools/dependency-cruiser.cjs', '--output-type', 'json', '--output-to', report];
    spawnSync(process.execPath, [cruise, ...how, ...rooms], { cwd: checkout });
    const { summary } = JSON.parse(readFileSync(report, 'utf8')) as {
      summary: { totalCruised: number; error: number };
    };
    const sources = rooms
      .flatMap(filesUnder)
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
    expect(summary.error).toBe(0);
    expect(summary.totalCruised).toBeGreaterThanOrEqual(sources.length);
  });

  it('find an index file nowhere', () => {
    expect(rooms.flatMap(filesUnder).filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  it('keep Node and the browser out of the model by its compiler settings', () => {
    const settings = JSON.parse(textOf('tsconfig.base.json')) as {
      compilerOptions: { lib: string[]; types: string[] };
    };
    expect(settings.compilerOptions.lib).toEqual(['ES2023']);
    expect(settings.compilerOptions.types).toEqual([]);
    expect(textOf('shared/tsconfig.json')).not.toMatch(/"(lib|types)"/);
  });

  it('a feature has the same name in every room', () => {
    const house = ['config', 'http', 'trpc', 'db', 'auth', 'audit', 'cli', 'sample'];
    const own = ['app', 'components', 'charts', 'format', 'workers', 'sign-in'];
    const server = new Set(filesUnder('server').map((path) => path.split('/')[1] ?? ''));
    const features = new Set(
      filesUnder('client').flatMap((path) => (path.split('/').length > 2 ? [path.split('/')[1] ?? ''] : [])),
    );
    const strangers = [...features].filter(
      (name) => !own.includes(name) && (!server.has(name) || house.includes(name)),
    );
    expect(strangers).toEqual([]);
  });
});
