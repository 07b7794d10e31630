import { Worker } from 'node:worker_threads';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { BackTest } from '../../shared/pipeline/calibration/back-test.ts';
import type { RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';
import { builtFile } from '../config/paths.ts';

export type BackTestTask = {
  readonly register: RecordedRegister;
  readonly today: PlainDate;
  readonly set: ParameterSet;
};

/** More than ten times what the largest sample trust needs. */
const longestMs = 20_000;

/** A register that needs more than this is not one of a trust. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/**
 * Back-tests in a thread with limits of memory and time, while the server goes on answering.
 *
 * @throws Error when the thread ends without an answer.
 */
export function backTestInWorker(task: BackTestTask): Promise<BackTest> {
  const worker = new Worker(builtFile('server/pipeline/back-test-worker.ts'), {
    workerData: task,
    resourceLimits,
  });
  return new Promise<BackTest>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the back-test took too long')), longestMs);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('the back-test ended without an answer'));
    });
  }).finally(() => void worker.terminate());
}
