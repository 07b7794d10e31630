/** What one answer of the server took: on the clock, and of the processor (this process's, so the asker's own part too). */
type Taken = { readonly wallMs: number; readonly processorMs: number };

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Times of answers by name. The first is apart: a program that has just started runs its code for the first time. */
export class AnswerTimes {
  readonly #taken = new Map<string, Taken[]>();

  async of<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const answer = await ask();
    const { user, system } = process.cpuUsage(used);
    const taken = { wallMs: performance.now() - from, processorMs: (user + system) / 1000 };
    this.#taken.set(name, [...(this.#taken.get(name) ?? []), taken]);
    return answer;
  }

  /** Median processor time of the answers after the first. */
  processorMs(name: string): number {
    return middle((this.#taken.get(name) ?? []).slice(1).map(({ processorMs }) => processorMs));
  }

  /** Medians by name, in whole milliseconds, with the very first answer beside them. */
  figures(): Record<string, Record<string, number>> {
    const whole = (taken: Taken): number[] => [taken.wallMs, taken.processorMs].map(Math.round);
    return Object.fromEntries(
      [...this.#taken].map(([name, taken]) => {
        const later = taken.slice(1);
        const [wallMs, processorMs] = whole({
          wallMs: middle(later.map((one) => one.wallMs)),
          processorMs: middle(later.map((one) => one.processorMs)),
        });
        const [veryFirstWallMs, veryFirstProcessorMs] = whole(taken[0]!);
        return [
          name,
          { wallMs, processorMs, veryFirstWallMs, veryFirstProcessorMs } as Record<string, number>,
        ];
      }),
    );
  }
}
