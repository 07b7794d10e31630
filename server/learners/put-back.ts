import { ok, type Result } from '../../shared/core/result.ts';
import { hoursTakenSchema } from '../../shared/learners/hours-taken.ts';
import { learnerDateSchema } from '../../shared/learners/learner-date.ts';
import type { ChangedEntity } from '../db/changed-entity.ts';
import { changedElsewhere, type RegisterChange } from '../db/register-changes.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import { deleteDate, updateDate } from './store-dates.ts';
import { deleteHours, insertHours, updateHours } from './store-hours.ts';
import { updateDecision } from './store-movers.ts';

type PutBack = (tx: TrustWriter, trustId: string, change: RegisterChange) => Promise<boolean>;

/** The hours of a week; version 0 stands for a week not recorded. */
const putHoursBack: PutBack = (tx, trustId, { entityId: id, versionAfter: version, before }) => {
  if (before === null) return deleteHours(tx, trustId, { id, version });
  const hours = hoursTakenSchema.parse(before);
  return version === 0
    ? insertHours(tx, trustId, { ...hours, version: hours.version + 1 })
    : updateHours(tx, trustId, { id, version }, hours);
};

const putDateBack: PutBack = (tx, trustId, { entityId: id, versionAfter: version, before }) =>
  before === null
    ? deleteDate(tx, trustId, { id, version })
    : updateDate(tx, trustId, { id, version }, learnerDateSchema.parse(before));

/** A decision taken back leaves the move open again, whatever it was before. */
const reopen: PutBack = (tx, trustId, { entityId: id, versionAfter: version }) => {
  const open = { state: 'open', decidedOn: null, decidedBy: null, note: null } as const;
  return updateDecision(tx, trustId, { id, version }, open);
};

const putBacks: Readonly<Partial<Record<ChangedEntity, PutBack>>> = {
  'hours-taken': putHoursBack,
  'learner-date': putDateBack,
  'mover-task': reopen,
};

/** Puts a row of the learner register back as a change found it; `null` for a change of another register. */
export async function putBack(
  tx: TrustWriter,
  trustId: string,
  change: RegisterChange,
): Promise<Result<null> | null> {
  const put = putBacks[change.entity];
  if (put === undefined) return null;
  return (await put(tx, trustId, change)) ? ok(null) : changedElsewhere;
}
