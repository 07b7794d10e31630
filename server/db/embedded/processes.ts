import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';

const onLinux = process.platform === 'linux';

/**
 * A text that tells this run of a process from any other that gets its number later (start of the machine and of the
 * process), or null when there is no such process. A zombie counts as gone.
 */
export function runOf(pid: number): string | null {
  return onLinux ? runFromProc(pid) : runFromPs(pid);
}

function runFromProc(pid: number): string | null {
  const fields = procStat(pid);
  if (fields === null || fields.state === 'Z') return null;
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${fields.start}`;
}

/** The name in /proc/<pid>/stat may hold spaces and brackets: fields are counted after the last bracket. */
function procStat(pid: number): { state: string; start: string } | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', start: fields[19] ?? '' };
}

function runFromPs(pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat=,lstart='], { encoding: 'utf8' });
  const text = stdout.trim();
  return text === '' || text.startsWith('Z') ? null : text.replace(/^\S+\s+/, '');
}

/** Every living process of a PostgreSQL that works in `cluster`: its parent process and its backends. */
export function serversIn(cluster: string): number[] {
  return onLinux ? fromProc(cluster) : fromPs(cluster);
}

function fromProc(cluster: string): number[] {
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && linkOf(`/proc/${pid}/cwd`) === folder && runOf(pid) !== null);
}

function fromPs(cluster: string): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('postgres') && line.includes(cluster))
    .map((line) => Number.parseInt(line, 10));
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
