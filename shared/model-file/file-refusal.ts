import { ModelError, type ErrorCode } from '../core/errors.ts';
import type { FileError } from './document.ts';

/** Codes of the model file: those of the model, and those a document or request can be refused with. */
export type FileErrorCode = ErrorCode | 'not-json' | 'not-this-schema' | 'unknown-kind' | 'unknown-ask';

/** A document or request that cannot be answered. `path` is a JSON Pointer below where it was thrown. */
export class FileRefusal extends Error {
  readonly code: FileErrorCode;
  readonly path: string;
  constructor(code: FileErrorCode, message: string, path = '') {
    super(message);
    this.name = 'FileRefusal';
    this.code = code;
    this.path = path;
  }
}

/**
 * Runs a step of which refusals point below `place`. What the model refuses becomes a refusal of the file, and so
 * does a sum past exact whole numbers; anything else is a fault of ours and is not caught.
 */
export function refusingAt<T>(place: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof FileRefusal || error instanceof ModelError) {
      throw new FileRefusal(error.code, error.message, place + error.path);
    }
    if (error instanceof RangeError) {
      throw new FileRefusal('too-large', 'The numbers are too large to be exact.', place);
    }
    throw error;
  }
}

export function toFileError({ code, message, path }: FileRefusal): FileError {
  return { code, message, path };
}
