import { parentPort } from 'node:worker_threads';
import { forecastLaws } from './forecast-laws.ts';
import { trustWorkload } from './forecast-workloads.ts';

/** A worker that has just been started gives its first forecast, and ends. */
parentPort?.postMessage(forecastLaws(trustWorkload(1), 31).length);
