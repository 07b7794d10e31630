import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { qualityItems, type QualityItem, type QualityKind } from '../../shared/research/data-quality.ts';
import type { RecruitmentRecord } from '../../shared/research/recruitment.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readLog, type Log } from './read-log.ts';
import { readReady, type Ready } from './read-ready.ts';
import { readRecruitment } from './read-recruitment.ts';

/** Everything to put right in the register, of what was read of it. */
export function qualityOfLog(
  { studies, entries, posts, dataCut: date }: Log,
  recruitment: ReadonlyMap<string, RecruitmentRecord>,
  { trainingOf }: Pick<Ready, 'trainingOf'>,
): readonly QualityItem[] {
  const inPost = (personId: string): boolean => posts.has(personId);
  return qualityItems({ studies, entries, recruitment, inPost, trainingOf, date });
}

/** The ids of the studies that have one fault. */
export async function readFaulty(
  tx: TrustReader,
  trustId: string,
  kind: QualityKind,
  today: PlainDate,
): Promise<readonly string[]> {
  const log = await readLog(tx, trustId);
  if (log === null) return [];
  const recruitment = await readRecruitment(tx, trustId);
  const items = qualityOfLog(log, recruitment, await readReady(tx, trustId, log, today));
  return items.filter((item) => item.kind === kind).map(({ studyId }) => studyId);
}
