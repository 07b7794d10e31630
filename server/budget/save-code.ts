import { z } from 'zod';
import type { CodeRow } from '../../shared/budget/codes.ts';
import { subjectKey } from '../../shared/budget/codes.ts';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readTeams } from '../teams/read.ts';
import { readCodes } from './read.ts';
import { insertCode, updateCode, type CodeFields } from './store.ts';

const code = z.string().trim().min(1).max(40).nullable();

/** Codes as they are typed, and as a change keeps them. */
export const codeFieldsSchema = z.strictObject({
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('team'), teamId: z.uuid() }),
    z.strictObject({ kind: z.literal('source'), source: z.string().trim().min(1).max(200) }),
  ]),
  from: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  costCentre: code,
  fundingCode: code,
  project: code,
  analysis: code,
});

/** Codes from a day on that has none of its subject yet, or those known with the version the page showed. */
export const saveCodeInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  codes: codeFieldsSchema,
});

type SaveCode = z.output<typeof saveCodeInput>;

function faultOf({ subject, costCentre, fundingCode, project, analysis }: CodeFields): string | null {
  if (costCentre === null && fundingCode === null && project === null && analysis === null)
    return 'Enter at least one code.';
  return subject.kind === 'source' && costCentre !== null
    ? 'A source has a funding code. A cost centre belongs to a team.'
    : null;
}

/**
 * Records the codes of a team or a funding source from a day on.
 *
 * Refused with `bad-input` when they cannot be, `already-applied` when the subject has codes from that day, `not-found`,
 * and `changed-elsewhere` when somebody changed them after the page was drawn.
 */
export async function saveCode(ctx: TrustContext, input: SaveCode): Promise<Result<Saved>> {
  const fault = faultOf(input.codes);
  if (fault !== null) return err('bad-input', fault);
  return withTrustWrite(ctx, 'budget.saveCode', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const before = input.known === null ? {} : { versionBefore: input.known.version };
      audit({ entity: 'ledger-code', entityId, ...before, versionAfter, after: input.codes });
    }
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, { known, codes }: SaveCode): Promise<Result<Saved>> {
  const { subject, from } = codes;
  if (subject.kind === 'team' && !(await readTeams(tx, trustId)).some(({ id }) => id === subject.teamId))
    return err('not-found', 'This team is not here.');
  const all = await readCodes(tx, trustId);
  const isSame = (row: CodeRow): boolean =>
    subjectKey(row.subject) === subjectKey(subject) && row.from === from && row.id !== known?.id;
  if (all.some(isSame)) return err('already-applied', 'There are codes from this day already. Change those.');
  if (known === null) {
    const id = newId();
    await insertCode(tx, trustId, id, codes);
    const added = { entity: 'ledger-code', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = all.find(({ id }) => id === known.id);
  if (found === undefined) return err('not-found', 'These codes are not here any more.');
  const { id, version: versionBefore, ...before } = found;
  if (!(await updateCode(tx, trustId, known, codes))) return changedElsewhere;
  const version = versionBefore + 1;
  const change = { entity: 'ledger-code', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
