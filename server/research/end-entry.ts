import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfEntry } from '../../shared/research/check-entry.ts';
import type { DelegationEntry } from '../../shared/research/delegation.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { keepChange, changedElsewhere, type Saved } from '../db/register-changes.ts';
import { readDelegationEntries, readStudies } from './read.ts';
import { updateEntryEnd } from './store-entry.ts';
import { lockStudy } from './store-study.ts';

export const endEntryInput = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  /** The last day in the role. */
  endedOn: z.custom<PlainDate>(isPlainDate, 'not a day of the calendar'),
});

type EndEntry = z.output<typeof endEntryInput>;

/**
 * Ends a role on a delegation log, or corrects its last day.
 *
 * Refused with `not-found`, `bad-input` when the day does not fit the study, and `changed-elsewhere`.
 */
export async function endEntry(ctx: TrustContext, input: EndEntry): Promise<Result<Saved>> {
  return withTrustWrite(ctx, 'research.endEntry', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id, version, endedOn } = input;
      audit({
        entity: 'delegation-entry',
        entityId: id,
        versionBefore: version,
        versionAfter: saved.value.version,
        after: { endedOn },
      });
    }
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, input: EndEntry): Promise<Result<Saved>> {
  const { id, version, endedOn } = input;
  const known = await entryOf(tx, trustId, id);
  if (known !== undefined) await lockStudy(tx, trustId, known.studyId);
  const all = await readDelegationEntries(tx, trustId);
  const entry = all.find((one) => one.id === id);
  if (entry === undefined) return err('not-found', 'This entry is not on the log. It may have been removed.');
  const study = (await readStudies(tx, trustId)).find((one) => one.id === entry.studyId);
  if (study === undefined) throw new Error('a delegation entry without its study');
  const log = all.filter(({ studyId }) => studyId === study.id);
  const [fault] = faultsOfEntry({ ...entry, endedOn }, study, log);
  if (fault !== undefined) return err('bad-input', fault);
  if (!(await updateEntryEnd(tx, trustId, id, version, endedOn))) return changedElsewhere;
  const before = { endedOn: entry.endedOn };
  const change = { entity: 'delegation-entry', entityId: id, versionAfter: version + 1, before } as const;
  return ok({ id, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}

async function entryOf(tx: TrustWriter, trustId: string, id: string): Promise<DelegationEntry | undefined> {
  return (await readDelegationEntries(tx, trustId)).find((entry) => entry.id === id);
}
