/**
 * What a failing query means to the caller.
 * - `retry`: two transactions were in each other's way; the same transaction may pass a moment later.
 * - `unavailable`: the database cannot be reached, is stopping or starting, or has no free connection.
 * - `too-slow`: the statement ran into its time limit.
 * - `other`: a fault of this program.
 */
export type DatabaseFault = 'retry' | 'unavailable' | 'too-slow' | 'other';

/** Serialisation failure, deadlock, lock timeout. */
const retryStates = new Set(['40001', '40P01', '55P03']);
/** Connection exceptions (class 08), shutdown and crash (57P01 to 57P05), too many connections, idle limit passed. */
const unavailable = /^(08...|57P0[1-5]|53300|25P03)$/;
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver gives these no code. */
const driverWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

export function faultOf(error: unknown): DatabaseFault {
  if (!(error instanceof Error)) return 'other';
  const code = codeOf(error);
  if (retryStates.has(code)) return 'retry';
  if (code === '57014') return 'too-slow';
  if (unavailable.test(code) || networkCodes.has(code) || driverWords.test(error.message))
    return 'unavailable';
  return 'other';
}

/** The SQLSTATE or system code of an error, or ''. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
