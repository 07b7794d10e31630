/** How far the files that this process is reading have got, for the page that waits: not worth a write each time. */
export type Progress = { readonly done: number; readonly total: number | null };

const underWay = new Map<string, Progress>();

export function setProgress(batchId: string, progress: Progress): void {
  underWay.set(batchId, progress);
}

export function endProgress(batchId: string): void {
  underWay.delete(batchId);
}

/** `null` when this process is not reading the batch (it is done, or another process reads it). */
export function progressOf(batchId: string): Progress | null {
  return underWay.get(batchId) ?? null;
}
