import { spawn, type ChildProcess } from 'node:child_process';
import { builtFile } from '../../server/config/paths.ts';

/** The built server as a process of its own, as `npm start` runs it. */
export type Program = {
  readonly pid: number;
  /** Everything it printed so far, on both outputs. */
  readonly output: () => string;
  /** Resolves with the address once it says that it is ready. @throws Error with its output when it ends before. */
  readonly ready: () => Promise<string>;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly signal: (name: NodeJS.Signals) => void;
};

const running = new Set<ChildProcess>();

/** Starts `node dist/server/main.js` on a free port with these variables over a bare environment. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [builtFile('server/main.ts')], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const waiting: (() => void)[] = [];
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const one of waiting) one();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    signal: (name) => void child.kill(name),
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = /ready at (http\S+)/.exec(output)?.[1];
          if (found !== undefined) resolve(found);
        };
        waiting.push(look);
        look();
        void ended.then((code) =>
          reject(new Error(`ended with ${String(code)} before it was ready:\n${output}`)),
        );
      }),
  };
}

/** Asks every program that a failed test left behind to stop. */
export async function stopPrograms(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGTERM');
  await Promise.all(left.map((child) => new Promise((resolve) => child.once('close', resolve))));
}
