import { createHash } from 'node:crypto';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { peopleOutlook, type PeopleOutlook } from '../../shared/scenario/people-outlook.ts';

/** Answers of some trusts; one takes a few hundred bytes. */
const mostKept = 50;

const kept = new Map<string, PeopleOutlook>();

/**
 * `peopleOutlook`, worked out once for the same people and the same beliefs: it takes longer than all else that the
 * first page shows, and most writes change neither. It depends on its inputs alone, so that trusts may share it.
 */
export function keptOutlook(inputs: ForecastInputs, dataCut: PlainDate): PeopleOutlook {
  const key = createHash('sha256')
    .update(JSON.stringify([inputs, dataCut]))
    .digest('base64');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = peopleOutlook(inputs, dataCut);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
