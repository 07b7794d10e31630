import { err, ok, type Result } from '../../shared/core/result.ts';
import type { z } from 'zod';
import {
  registerFaults,
  researchRegisterSchema,
  type NewEntry,
  type ResearchRegister,
} from '../../shared/research/register.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { readStudies } from './read.ts';
import { insertDelegationEntries, insertStudies } from './store.ts';

export type RecordedRegister = { readonly studies: number; readonly entries: number };

/**
 * Records studies with the people named on their delegation logs, all or nothing.
 *
 * Refused with `bad-input` when a record cannot be true, `not-found` when somebody is not in the staff of the trust,
 * `already-applied` when a study with one of the references is recorded already.
 */
export async function recordRegister(
  ctx: TrustContext,
  input: ResearchRegister,
): Promise<Result<RecordedRegister>> {
  const parsed = researchRegisterSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err('bad-input', 'A record of the register has a value that cannot be stored.', {
      at: `/${(issue?.path ?? []).join('/')}`,
    });
  }
  const [fault] = registerFaults(parsed.data);
  if (fault !== undefined) return err('bad-input', fault.message, { at: fault.at });
  return withTrustWrite(ctx, 'research.record', async (tx, audit) => {
    const stored = await store(tx, ctx.trustId, parsed.data);
    if (!stored.ok) return stored;
    audit({ entity: 'research-register', entityId: ctx.trustId, after: stored.value });
    return stored;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { studies, entries }: z.output<typeof researchRegisterSchema>,
): Promise<Result<RecordedRegister>> {
  const recorded = new Set((await readStudies(tx, trustId)).map(({ reference }) => reference));
  if (studies.some(({ reference }) => recorded.has(reference))) {
    return err('already-applied', 'A study with one of these references is recorded already.');
  }
  const people = await readPersonIds(tx, trustId, [...new Set(entries.map(employeeNumberOf))]);
  if (!entries.every((entry) => people.has(entry.employeeNumber))) {
    return err('not-found', 'Somebody on a delegation log is not in the staff of this trust.');
  }
  const withIds = studies.map((study) => ({ ...study, id: newId() }));
  const studyIds = new Map(withIds.map(({ reference, id }) => [reference, id]));
  await insertStudies(tx, trustId, withIds);
  await insertDelegationEntries(
    tx,
    trustId,
    entries.map(({ studyReference, employeeNumber, ...entry }) => ({
      ...entry,
      id: newId(),
      studyId: idFrom(studyIds, studyReference),
      personId: idFrom(people, employeeNumber),
    })),
  );
  return ok({ studies: studies.length, entries: entries.length });
}

function employeeNumberOf({ employeeNumber }: NewEntry): string {
  return employeeNumber;
}

function idFrom(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error('a reference that was checked is not there');
  return id;
}
