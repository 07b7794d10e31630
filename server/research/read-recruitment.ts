import { asMonth } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { MonthlyRecruits, RecruitmentRecord } from '../../shared/research/recruitment.ts';
import type { TrustReader } from '../db/with-trust.ts';

async function readMonths(tx: TrustReader, trustId: string): Promise<ReadonlyMap<string, MonthlyRecruits[]>> {
  const rows = await tx
    .selectFrom('study_recruitment')
    .select(['study_id', 'month', 'recruited'])
    .where('trust_id', '=', trustId)
    .orderBy('month')
    .execute();
  const months = new Map<string, MonthlyRecruits[]>();
  for (const row of rows) {
    const one = { month: asMonth(row.month), recruited: row.recruited };
    const known = months.get(row.study_id);
    if (known === undefined) months.set(row.study_id, [one]);
    else known.push(one);
  }
  return months;
}

/** What is recorded of recruitment, by study, of those studies of which anything is. */
export async function readRecruitment(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, RecruitmentRecord>> {
  const rows = await tx
    .selectFrom('study')
    .select(['id', 'site_target', 'recruit_from', 'recruit_to'])
    .select(['behind_reason', 'behind_action', 'behind_owner', 'behind_due'])
    .where('trust_id', '=', trustId)
    .execute();
  const months = await readMonths(tx, trustId);
  const records = rows.map((row) => {
    const record: RecruitmentRecord = {
      siteTarget: row.site_target,
      recruitFrom: row.recruit_from,
      recruitTo: row.recruit_to,
      behindReason: row.behind_reason,
      behindAction: row.behind_action,
      behindOwner: row.behind_owner,
      behindDue: row.behind_due,
      months: months.get(row.id) ?? [],
    };
    return [row.id, record] as const;
  });
  return new Map(records.filter(([, record]) => isRecorded(record)));
}

function isRecorded({ months, ...fields }: RecruitmentRecord): boolean {
  return months.length > 0 || Object.values(fields).some((value) => value !== null);
}

/** By delegation entry, the day by which its holder asks to have handed over. */
export async function readHandOvers(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx
    .selectFrom('delegation_entry')
    .select(['id', 'hand_over_by'])
    .where('trust_id', '=', trustId)
    .where('hand_over_by', 'is not', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.hand_over_by === null ? [] : [[row.id, row.hand_over_by]])));
}
