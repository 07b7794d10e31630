import { execFileSync } from 'node:child_process';

const work =
  'const t = performance.now(); while (process.cpuUsage().user < 3e5); console.log((performance.now() - t) / 300)';

/**
 * How much longer than its own work anything takes here just now; 1 on a machine with nothing else to do. A limit in
 * seconds is a promise about such a machine.
 */
export function slowness(): number {
  return Math.max(1, Number(execFileSync(process.execPath, ['-e', work], { encoding: 'utf8' })));
}
