import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { DelegationEntry } from '../../shared/research/delegation.ts';
import { entriesOn } from '../../shared/research/named.ts';
import { leadLosses, type LeadLoss } from '../../shared/research/study-lead.ts';
import { trainingValidityOn } from '../../shared/learners/readiness.ts';
import { trainingStateOn, type TrainingState } from '../../shared/research/training.ts';
import {
  recruitmentState,
  type RecruitmentRecord,
  type RecruitmentState,
} from '../../shared/research/recruitment.ts';
import type { Study } from '../../shared/research/study.ts';
import { mayBePi } from '../../shared/research/who-may-be-pi.ts';
import type { StaffGroup } from '../../shared/staff/staff.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readReadiness } from '../learners/read-history.ts';
import { readParameterSet } from '../parameters/read.ts';
import { noRecruitment } from './save-recruitment.ts';
import { readHandOvers, readRecruitment } from './read-recruitment.ts';
import { lastDaysOf, nameOf, readLog, type Log } from './read-log.ts';

/** An entry of the log with who it is; `staffGroup` null for somebody in no post on the day. */
export type ShownEntry = DelegationEntry & {
  readonly name: string;
  readonly staffGroup: StaffGroup | null;
  readonly jobRole: string | null;
  /** In force on the day the data describe. */
  readonly held: boolean;
  /** Why this person may not be Principal Investigator here, or why nobody can say; null for other roles. */
  readonly warning: string | null;
  /** Of people in the role: whether their training counts today. */
  readonly training: TrainingState;
  /** The day by which a Principal Investigator asks to have handed over. */
  readonly handOverBy: PlainDate | null;
};

export type ShownStudy = {
  readonly dataCut: PlainDate;
  readonly study: Study;
  /** Those in force first, then by the day they started. */
  readonly entries: readonly ShownEntry[];
  readonly loss: LeadLoss | null;
  readonly recruitment: RecruitmentRecord;
  /** Whether it recruits as it should, on the day. */
  readonly recruiting: RecruitmentState;
  /** How long training counts, by the trust's own rule: an assumption until the trust enters its own. */
  readonly validityMonths: number;
};

/** One study with everybody on its delegation log, past and present. */
export async function showStudy(
  ctx: TrustContext,
  { studyId }: { readonly studyId: string },
): Promise<Result<ShownStudy>> {
  return withTrust(ctx, async (tx) => {
    const log = await readLog(tx, ctx.trustId);
    const study = log?.studies.find(({ id }) => id === studyId);
    if (log === null || study === undefined) {
      return err('not-found', 'This study is not in the register of this trust. It may have been removed.');
    }
    const validity = trainingValidityOn(ctx.today(), await readParameterSet(tx, ctx.trustId));
    const recorded = await readReadiness(tx, ctx.trustId);
    const handOvers = await readHandOvers(tx, ctx.trustId);
    const entries = shownEntries(log, study, handOvers, (personId) =>
      trainingStateOn(recorded.get(personId) ?? null, validity.months, ctx.today()),
    );
    const [loss = null] = leadLosses([study], log.entries.filter(isOf(study)), lastDaysOf(log), log.dataCut);
    const recruitment = (await readRecruitment(tx, ctx.trustId)).get(studyId) ?? noRecruitment;
    return ok({
      ...{ dataCut: log.dataCut, study, entries, loss, recruitment },
      recruiting: recruitmentState(recruitment, log.dataCut),
      validityMonths: validity.months,
    });
  });
}

function isOf(study: Study): (entry: DelegationEntry) => boolean {
  return ({ studyId }) => studyId === study.id;
}

function warningOf({ people }: Log, study: Study, entry: DelegationEntry): string | null {
  if (entry.role !== 'pi') return null;
  const registration = people.get(entry.personId)?.registrationBody ?? null;
  const answer = mayBePi(study.studyType, registration, entry.startedOn);
  return answer.kind === 'allowed' ? null : answer.why;
}

function shownEntries(
  log: Log,
  study: Study,
  handOvers: ReadonlyMap<string, PlainDate>,
  trainingOf: (personId: string) => TrainingState,
): ShownEntry[] {
  const own = log.entries.filter(isOf(study));
  const held = new Set(entriesOn([study], own, log.dataCut));
  const shown = own.map((entry) => {
    const post = log.posts.get(entry.personId);
    return {
      ...entry,
      name: nameOf(log, entry.personId),
      staffGroup: post?.staffGroup ?? null,
      jobRole: post?.jobRole ?? null,
      held: held.has(entry),
      warning: warningOf(log, study, entry),
      training: trainingOf(entry.personId),
      handOverBy: handOvers.get(entry.id) ?? null,
    };
  });
  return shown.toSorted((a, b) => Number(b.held) - Number(a.held));
}
