import { sql } from 'kysely';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import { newId } from '../db/new-id.ts';
import type { TrustWriter } from '../db/with-trust.ts';

function valuesOf(team: TeamRow) {
  return {
    name: team.name,
    division: team.division,
    type: team.type,
    planned_minimum_minutes: team.plannedMinimumMinutes,
    planned_minimum_by_weekday:
      team.plannedMinimumByWeekday === null ? null : [...team.plannedMinimumByWeekday],
    planned_minimum_owner: team.plannedMinimumOwner,
    planned_minimum_date: team.plannedMinimumDate,
    planned_minimum_source: team.plannedMinimumSource,
    temporary_cover_minutes: team.temporaryCoverMinutes,
    study_headroom_minutes: team.studyHeadroomMinutes,
    unavailability_includes_study: team.unavailabilityIncludesStudy,
    unavailability_bp: team.unavailabilityBp === null ? null : [...team.unavailabilityBp],
    unavailability_sd_bp: team.unavailabilitySdBp,
    shift_minutes: team.shiftMinutes,
    cover_band: team.coverBand,
    cover_rates: team.coverRates === null ? null : JSON.stringify(team.coverRates),
    backfill_bp: team.backfillBp,
    fill_bp: team.fillBp,
  };
}

/** Adds a team with its sources. */
export async function insertTeam(tx: TrustWriter, trustId: string, team: TeamRow): Promise<void> {
  const id = newId();
  await tx
    .insertInto('team')
    .values({ trust_id: trustId, id, ...valuesOf(team) })
    .execute();
  await insertSources(tx, trustId, id, team);
}

/** Replaces what is held of a team, its sources included. @returns false when it is not there any more. */
export async function updateTeam(
  tx: TrustWriter,
  trustId: string,
  id: string,
  team: TeamRow,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('team')
    .set({ ...valuesOf(team), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await tx.deleteFrom('team_source').where('trust_id', '=', trustId).where('team_id', '=', id).execute();
  await insertSources(tx, trustId, id, team);
  return numUpdatedRows === 1n;
}

/** Ends a team; its row stays. @returns false when it is not there any more. */
export async function endTeam(tx: TrustWriter, trustId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('team')
    .set({ ended_at: now, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function insertSources(tx: TrustWriter, trustId: string, teamId: string, team: TeamRow): Promise<void> {
  if (team.sources.length === 0) return;
  const rows = team.sources.map((source) => ({ trust_id: trustId, team_id: teamId, ...source }));
  await tx.insertInto('team_source').values(rows).execute();
}
