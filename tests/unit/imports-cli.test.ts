import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtFile, checkoutRoot } from '../../server/config/paths.ts';

const sample = (file: string): string =>
  fileURLToPath(new URL(`../examples/imports/${file}`, import.meta.url));

function importCheck(...args: string[]) {
  const command = [builtFile('server/cli/import-check.ts'), ...args];
  return spawnSync(process.execPath, command, { cwd: checkoutRoot, encoding: 'utf8', timeout: 30_000 });
}

describe('import:check', () => {
  it('prints one JSON object with the keys of the contract and exits 0, whatever the verdict', () => {
    for (const file of ['01_control_valid.csv', '44_invalid_dates.csv', '61_binary_png.csv']) {
      const { stdout, stderr, status } = importCheck('staff', sample(file), '--today', '2026-11-20');
      expect([status, stderr]).toEqual([0, '']);
      const answer = JSON.parse(stdout) as Record<string, unknown>;
      expect(Object.keys(answer).sort()).toEqual([
        'accepted',
        'outcome',
        'reason',
        'records',
        'rejected',
        'warnings',
      ]);
    }
  });

  it('--today sets the clock', () => {
    const before = JSON.parse(
      importCheck('staff', sample('01_control_valid.csv'), '--today', '2010-01-01').stdout,
    ) as { accepted: number };
    expect(before.accepted).toBe(6);
  });

  it('reads team and learner sheets too', () => {
    const answer = JSON.parse(importCheck('teams', sample('01_control_valid.csv')).stdout) as {
      outcome: string;
      reason: string;
    };
    expect(answer).toMatchObject({
      outcome: 'reject_file',
      reason: expect.stringContaining('“Team”') as string,
    });
  });

  it.each([
    [[]],
    [['pets', 'x']],
    [['staff']],
    [['staff', 'no-such-file.csv']],
    [['staff', 'package.json', '--today', 'soon']],
    [['staff', 'package.json', '--loud']],
  ])('a call that cannot be understood (%j) says so on standard error, with exit code 2', (args) => {
    const { stdout, stderr, status } = importCheck(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});
