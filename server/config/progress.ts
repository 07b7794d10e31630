import { performance } from 'node:perf_hooks';

/** Tells the person at the terminal what is going on: one line for each step, with its seconds. */
export type Progress = {
  readonly say: (line: string) => void;
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
};

/** @param write where the text goes; a step's label is written at once and its seconds when it is done. */
export function makeProgress(write: (text: string) => void): Progress {
  let open = false;
  const endLine = () => {
    if (open) write('\n');
    open = false;
  };
  const say = (line: string) => {
    endLine();
    write(`${line}\n`);
  };
  return {
    say,
    step: async (label, work) => {
      const started = performance.now();
      endLine();
      write(`${label} …`);
      open = true;
      try {
        const value = await work();
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        // Something else was said meanwhile: the step is named again.
        write(open ? ` ${seconds} s\n` : `${label}: ${seconds} s\n`);
        open = false;
        return value;
      } finally {
        endLine();
      }
    },
  };
}
