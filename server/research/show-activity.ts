import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { qualityKinds, type QualityKind } from '../../shared/research/data-quality.ts';
import {
  outlookByRule,
  outlookBySpecialty,
  type RuleOutlook,
  type SpecialtyOutlook,
} from '../../shared/research/growth.ts';
import { openingsOn, type Opening } from '../../shared/research/openings.ts';
import {
  isJudgedOnRecruitment,
  recruitmentState,
  type RecruitmentAction,
  type RecruitmentFigures,
  type RecruitmentRecord,
  type RecruitmentState,
} from '../../shared/research/recruitment.ts';
import { recruitmentOfTrust, type TrustRecruitment } from '../../shared/research/recruitment-months.ts';
import type { Study } from '../../shared/research/study.ts';
import { piRuleOn } from '../../shared/research/who-may-be-pi.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { lastDaysOf, readLog, type Log } from './read-log.ts';
import { qualityOfLog } from './read-quality.ts';
import { readReady, type Ready } from './read-ready.ts';
import { readHandOvers, readRecruitment } from './read-recruitment.ts';

type Named = Pick<Study, 'id' | 'reference' | 'title'>;

/** A study that recruited less than its share, with what is done about it. */
export type BehindStudy = Named & Pick<Study, 'specialty'> & RecruitmentFigures & RecruitmentAction;

export type ListedOpening = Opening &
  Pick<Study, 'reference' | 'title'> & {
    /** Who may lead it by the rule of the day; `null` where no list of professions applies or nothing is known. */
    readonly bodies: readonly string[] | null;
  };

/** One kind of fault with the first studies that have it. */
export type QualityGroup = {
  readonly kind: QualityKind;
  readonly count: number;
  readonly studies: readonly Named[];
};

export type ResearchActivity = {
  readonly dataCut: PlainDate;
  /** Open and suspended studies by how they recruit. */
  readonly recruitment: Readonly<Record<RecruitmentState['kind'], number>>;
  /** The furthest behind first. */
  readonly behind: readonly BehindStudy[];
  readonly openings: readonly ListedOpening[];
  readonly outlook: readonly SpecialtyOutlook[];
  /** The same openings by who may be PI. */
  readonly byRule: readonly RuleOutlook[];
  /** Participants of the whole trust by month. */
  readonly participants: TrustRecruitment;
  /** People ready to act, and those of them of whom no specialty is known; `null`: nobody's readiness is recorded. */
  readonly ready: number | null;
  readonly readyWithoutSpecialty: number;
  readonly quality: readonly QualityGroup[];
};

/** How many studies of one fault are listed; the count says how many there are. */
const listedAtMost = 20;

/** What a research director acts on: studies behind target, openings, where to grow, and what to put right. */
export async function showActivity(ctx: TrustContext): Promise<Result<ResearchActivity>> {
  return withTrust(ctx, async (tx) => {
    const log = await readLog(tx, ctx.trustId);
    if (log === null) return err('not-found', 'There is no such trust.');
    return ok(await activityOf(tx, ctx, log));
  });
}

async function activityOf(tx: TrustReader, ctx: TrustContext, log: Log): Promise<ResearchActivity> {
  const { dataCut, studies, entries } = log;
  const recruitment = await readRecruitment(tx, ctx.trustId);
  const handOvers = await readHandOvers(tx, ctx.trustId);
  const ready = await readReady(tx, ctx.trustId, log, ctx.today());
  const openings = openingsOn(studies, entries, handOvers, lastDaysOf(log), dataCut);
  const people = ready.people ?? [];
  return {
    dataCut,
    recruitment: countsOf(studies, recruitment, dataCut),
    behind: behindOf(studies, recruitment, dataCut),
    openings: listedOpenings(openings, studies, dataCut),
    outlook: outlookBySpecialty(studies, openings, ready.people, dataCut),
    byRule: outlookByRule(openings, ready.people, dataCut),
    participants: recruitmentOfTrust([...recruitment.values()], dataCut),
    ready: ready.people?.length ?? null,
    readyWithoutSpecialty: people.filter(({ specialties }) => specialties.length === 0).length,
    quality: qualityOf(log, recruitment, ready),
  };
}

type Recorded = ReadonlyMap<string, RecruitmentRecord>;

function stateOf({ id }: Study, recruitment: Recorded, date: PlainDate): RecruitmentState {
  const record = recruitment.get(id);
  return record === undefined ? { kind: 'no-goal' } : recruitmentState(record, date);
}

function countsOf(
  studies: readonly Study[],
  recruitment: Recorded,
  date: PlainDate,
): ResearchActivity['recruitment'] {
  const counts = { 'no-goal': 0, 'not-started': 0, behind: 0, 'on-target': 0, 'not-known': 0 };
  for (const study of studies)
    if (isJudgedOnRecruitment(study.status)) counts[stateOf(study, recruitment, date).kind] += 1;
  return counts;
}

function behindOf(studies: readonly Study[], recruitment: Recorded, date: PlainDate): BehindStudy[] {
  const behind = studies.flatMap((study) => {
    const record = recruitment.get(study.id);
    const state = stateOf(study, recruitment, date);
    if (record === undefined || state.kind !== 'behind' || !isJudgedOnRecruitment(study.status)) return [];
    const { id, reference, title, specialty } = study;
    const { behindReason, behindAction, behindOwner, behindDue } = record;
    return [
      { id, reference, title, specialty, ...state, behindReason, behindAction, behindOwner, behindDue },
    ];
  });
  return behind.toSorted((a, b) => b.due - b.recruited - (a.due - a.recruited));
}

function listedOpenings(
  openings: readonly Opening[],
  studies: readonly Study[],
  date: PlainDate,
): ListedOpening[] {
  const known = new Map(studies.map((study) => [study.id, study]));
  return openings.flatMap((opening) => {
    const study = known.get(opening.studyId);
    if (study === undefined) return [];
    const { studyType } = opening;
    const bodies = studyType === null ? null : (piRuleOn(studyType, date)?.bodies ?? null);
    return [{ ...opening, reference: study.reference, title: study.title, bodies }];
  });
}

function qualityOf(log: Log, recruitment: Recorded, ready: Ready): QualityGroup[] {
  const items = qualityOfLog(log, recruitment, ready);
  const known = new Map(log.studies.map(({ id, reference, title }) => [id, { id, reference, title }]));
  return qualityKinds.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return {
      kind,
      count: own.length,
      studies: own.slice(0, listedAtMost).flatMap(({ studyId }) => known.get(studyId) ?? []),
    };
  });
}
