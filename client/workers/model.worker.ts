import { expose } from 'comlink';
import { answerTo } from './model-face.ts';

/** The model in a thread of its own, so that typing never waits for a sum. */
expose({ answerTo });
