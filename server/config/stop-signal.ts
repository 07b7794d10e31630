/** Whether somebody asked this process to stop. */
export type StopSignal = {
  readonly asked: () => boolean;
  /** Settles when somebody asks; the number is the exit code. */
  readonly whenAsked: Promise<number>;
  readonly ask: (exitCode: number) => void;
};

/**
 * Ctrl-C, SIGTERM and a closed terminal all ask to stop, and are answered once: npm and the terminal may both pass
 * the same signal on.
 */
export function listenForStop(): StopSignal {
  let asked = false;
  let settle: (exitCode: number) => void = () => undefined;
  const whenAsked = new Promise<number>((resolve) => {
    settle = resolve;
  });
  const ask = (exitCode: number) => {
    asked = true;
    settle(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(0));
  return { asked: () => asked, whenAsked, ask };
}
