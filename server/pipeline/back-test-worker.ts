import { parentPort, workerData } from 'node:worker_threads';
import { backTestRegister } from '../../shared/scenario/back-test-register.ts';
import type { BackTestTask } from './back-test-in-worker.ts';

// A thread of its own: making years of forecasts again takes longer than a request may hold up the others.

const { register, today, set } = workerData as BackTestTask;
parentPort?.postMessage(backTestRegister(register, today, set));
