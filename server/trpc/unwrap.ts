import type { Result } from '../../shared/core/result.ts';
import { Refused, toTrpcError } from './errors.ts';

/** The value of a result; a refusal is thrown with its code, its status and its words. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw toTrpcError(new Refused(result.error));
}
