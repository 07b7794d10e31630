import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  faultsOfRound,
  lastKnownBefore,
  roundSchema,
  sameRules,
  type RoundFields,
} from '../../shared/funding/bursary-rules.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readRounds } from './read.ts';
import { insertRound, updateRound } from './store.ts';

/** A round that is not entered yet, or one with the version the page showed. */
export const saveRoundInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  round: roundSchema,
});

type SaveRound = z.output<typeof saveRoundInput>;

/**
 * Records the rules and days of a bursary round; rules said to be copied are those of the last year that is known.
 *
 * Refused with `bad-input` when days or rules contradict each other, `already-applied` when the year is entered,
 * `not-found`, and `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveRound(ctx: TrustContext, input: SaveRound): Promise<Result<Saved>> {
  const [fault] = faultsOfRound(input.round);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'funding.saveRound', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const versions = {
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter,
      };
      audit({ entity: 'bursary-round', entityId, ...versions, after: input.round });
    }
    return saved;
  });
}

function notACopy(held: Parameters<typeof lastKnownBefore>[0], round: RoundFields): string | null {
  if (round.copiedFrom === null) return null;
  const last = lastKnownBefore(held, round.academicYear);
  const same = last?.academicYear === round.copiedFrom && sameRules(last.rules, round.rules);
  return same
    ? null
    : `Rules that were changed are not a copy of ${round.copiedFrom}: say where they are from.`;
}

async function store(tx: TrustWriter, trustId: string, { known, round }: SaveRound): Promise<Result<Saved>> {
  const held = await readRounds(tx, trustId);
  const fault = notACopy(held, round);
  if (fault !== null) return err('bad-input', fault);
  if (known === null) {
    const id = newId();
    if (!(await insertRound(tx, trustId, id, round)))
      return err('already-applied', 'This round is entered already. Change that one.');
    const added = { entity: 'bursary-round', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = held.find(({ id }) => id === known.id);
  if (found === undefined || found.academicYear !== round.academicYear)
    return err('not-found', 'This round is not here any more.');
  if (!(await updateRound(tx, trustId, known, round))) return changedElsewhere;
  const { id, version: versionBefore, ...before } = found;
  const version = versionBefore + 1;
  const change = { entity: 'bursary-round', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
