import type { TrainingState } from '../../shared/research/training.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';
import { listInWords, plural } from '../format/numbers.ts';
import { lossInWords } from './research-model.ts';

export type ShownStudy = Outputs['research']['study'];

/** Who leads the study and until when, in one sentence. */
export function studyHeadline(shown: ShownStudy): string {
  const { study, entries, loss, dataCut } = shown;
  if (!study.delegationLogHeld) return 'The delegation log is not held, so who is named here is not known.';
  const leads = entries.filter(({ held, role }) => held && role === 'pi').map(({ name }) => name);
  const others = entries.filter(({ held }) => held).length - leads.length;
  if (leads.length === 0)
    return `Nobody is named as PI; ${plural(others, 'other person is', 'other people are')} on the log.`;
  const lead = `${listInWords(leads)} ${leads.length === 1 ? 'leads' : 'lead'} as PI, with ${plural(others, 'other')} on the log`;
  if (loss === null || loss.on === null) return `${lead}.`;
  return `${lead}. Last day with a PI: ${longDate(loss.on)}. ${lossInWords(loss, dataCut)}.`;
}

/** "Current to 20 November 2026"; null where nothing is recorded. */
export function trainingInWords(training: TrainingState): string | null {
  if (training.kind === 'not-known') return null;
  return training.kind === 'current'
    ? `Current to ${longDate(training.to)}`
    : `Expired, counted to ${longDate(training.to)}`;
}
