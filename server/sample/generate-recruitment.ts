import { addMonthsTo, monthOf, monthsBetween } from '../../shared/calendar/month.ts';
import { addMonths, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  isJudgedOnRecruitment,
  lastWholeMonthEnd,
  recruitmentState,
  type MonthlyRecruits,
  type RecruitmentRecord,
} from '../../shared/research/recruitment.ts';
import type { NewStudy } from '../../shared/research/register.ts';
import { usualDefinition, type ResearchSetting } from '../../shared/research/settings.ts';
import type { RecruitmentRegister } from '../research/record-recruitment.ts';
import { randomFor, type Random } from './random.ts';

type RecruitmentPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly studies: readonly NewStudy[];
};

/** Why a study falls behind, and what is done about it. */
const remedies = [
  ['Fewer patients meet the criteria than expected', 'Ask the sponsor to widen the criteria', 'Study team'],
  ['No research nurse on two clinic days', 'Move one nurse to the Tuesday clinic', 'Lead research nurse'],
  ['Screening stopped while the PI was away', 'Name a second Co-Investigator', 'R&D manager'],
] as const;

/** Recruitment of the studies that recruit or did: of one in six nobody recorded any, of one in nine no window. */
export function generateRecruitment({ seed, dataCut, studies }: RecruitmentPlan): RecruitmentRegister {
  const random = randomFor(seed, 'recruitment');
  const recruiting = studies.filter(({ status }) => isJudgedOnRecruitment(status));
  const records = recruiting.flatMap((study, index) => {
    const recruitment = recruitmentOf(study, index, dataCut, random);
    return index % 6 === 5 ? [] : [{ reference: study.reference, recruitment }];
  });
  return { records, settings: settingsOf() };
}

function recruitmentOf(
  { openedOn = null, plannedClose }: NewStudy,
  index: number,
  dataCut: PlainDate,
  random: Random,
): RecruitmentRecord {
  const target = random.whole(12, 90);
  const earliest = addMonths(dataCut, -30);
  const recruitFrom = openedOn === null || openedOn < earliest ? earliest : openedOn;
  const recruitTo = index % 9 === 4 ? null : plannedClose;
  const pace = random.whole(60, 135) / 100;
  const months = monthsOf(recruitFrom, recruitTo ?? addMonths(dataCut, 12), target * pace, dataCut, random);
  const blank = { behindReason: null, behindAction: null, behindOwner: null, behindDue: null };
  const record = { siteTarget: target, recruitFrom, recruitTo, ...blank, months };
  const behind = recruitmentState(record, dataCut).kind === 'behind';
  if (!behind || index % 3 === 0) return record;
  const [behindReason, behindAction, behindOwner] = random.pick(remedies);
  return { ...record, behindReason, behindAction, behindOwner, behindDue: addMonths(dataCut, 2) };
}

/** About an equal share a month, up and down by chance. */
function monthsOf(
  from: PlainDate,
  to: PlainDate,
  recruits: number,
  dataCut: PlainDate,
  random: Random,
): MonthlyRecruits[] {
  const first = monthOf(from);
  const until = lastWholeMonthEnd(dataCut) < to ? lastWholeMonthEnd(dataCut) : to;
  const each = recruits / (monthsBetween(first, monthOf(to)) + 1);
  return Array.from({ length: Math.max(0, monthsBetween(first, monthOf(until)) + 1) }, (_, index) => ({
    month: addMonthsTo(first, index),
    recruited: Math.floor(each * (0.5 + random.next()) + random.next()),
  }));
}

/** The usual definition as the trust's own, and what time its roles are given. */
function settingsOf(): readonly ResearchSetting[] {
  const shared = { effectiveFrom: asPlainDate('2026-04-01'), owner: 'R&D director' };
  return [
    { ...shared, kind: 'headcount-definition', value: usualDefinition },
    {
      ...shared,
      kind: 'role-time',
      value: {
        pi: { weeklyMinutes: 240, fundedBy: 'Research capability funding' },
        coi: { weeklyMinutes: 120, fundedBy: null },
        'associate-pi': { weeklyMinutes: 60, fundedBy: 'Department' },
      },
    },
  ];
}
