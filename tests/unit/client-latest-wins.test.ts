import { describe, expect, test } from 'vitest';
import { latestWins } from '../../client/workers/latest-wins.ts';

/** A question that is answered when the test says so. */
function slowModel() {
  const asked: number[] = [];
  const waiting: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const evaluate = (input: number): Promise<string> => {
    asked.push(input);
    return new Promise((resolve, reject) => {
      waiting.push({
        answer: () => resolve(`answer ${input}`),
        fail: () => reject(new Error(`fault ${input}`)),
      });
    });
  };
  const next = async (how: 'answer' | 'fail' = 'answer'): Promise<void> => {
    waiting.shift()![how]();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { asked, evaluate, next };
}

function listener() {
  const heard: [string, boolean][] = [];
  const faults: unknown[] = [];
  return {
    heard,
    faults,
    onAnswer: (answer: string, newer: boolean) => heard.push([answer, newer]),
    onFault: (fault: unknown) => faults.push((fault as Error).message),
  };
}

describe('the latest answer wins', () => {
  test('of questions asked while one runs, only the newest is asked next', async () => {
    const model = slowModel();
    const { heard, ...listeners } = listener();
    const queue = latestWins(model.evaluate, listeners);
    [1, 2, 3, 4].forEach(queue.ask);
    expect(model.asked).toEqual([1]);
    await model.next();
    await model.next();
    expect(model.asked).toEqual([1, 4]);
    expect(heard).toEqual([
      ['answer 1', true],
      ['answer 4', false],
    ]);
  });

  test('a fault does not stop the questions after it', async () => {
    const model = slowModel();
    const { heard, faults, ...listeners } = listener();
    const queue = latestWins(model.evaluate, listeners);
    queue.ask(1);
    await model.next('fail');
    queue.ask(2);
    await model.next();
    expect(faults).toEqual(['fault 1']);
    expect(heard).toEqual([['answer 2', false]]);
  });

  test('after stop nothing is heard', async () => {
    const model = slowModel();
    const { heard, ...listeners } = listener();
    const queue = latestWins(model.evaluate, listeners);
    queue.ask(1);
    queue.stop();
    await model.next();
    expect(heard).toEqual([]);
  });
});
