import type { Team, TeamSource } from '../../shared/teams/team.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** The teams of a trust that are not ended, by name. `null` is "not known". */
export async function readTeams(tx: TrustReader, trustId: string): Promise<readonly Team[]> {
  const rows = await tx
    .selectFrom('team')
    .selectAll()
    .where('trust_id', '=', trustId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    division: row.division,
    type: row.type,
    plannedMinimum:
      row.planned_minimum_minutes === null
        ? null
        : {
            minutes: row.planned_minimum_minutes,
            byWeekday: row.planned_minimum_by_weekday,
            owner: row.planned_minimum_owner,
            date: row.planned_minimum_date,
            source: row.planned_minimum_source,
          },
    temporaryCoverMinutes: row.temporary_cover_minutes,
    studyHeadroomMinutes: row.study_headroom_minutes,
    unavailabilityIncludesStudy: row.unavailability_includes_study,
    unavailabilityBp: row.unavailability_bp,
    unavailabilitySdBp: row.unavailability_sd_bp,
    shiftMinutes: row.shift_minutes,
    coverBand: row.cover_band,
    // Written by the team sheet alone, which keeps pence by financial year.
    coverRates: row.cover_rates as Readonly<Record<string, number>> | null,
    backfillBp: row.backfill_bp,
    fillBp: row.fill_bp,
    version: row.version,
  }));
}

/** What maps staff to the teams of a trust, lowest rank first: for `teamFinder` of shared/teams. */
export async function readTeamSources(tx: TrustReader, trustId: string): Promise<readonly TeamSource[]> {
  const rows = await tx
    .selectFrom('team_source as s')
    .innerJoin('team as t', (join) =>
      join.onRef('t.trust_id', '=', 's.trust_id').onRef('t.id', '=', 's.team_id'),
    )
    .select(['s.team_id', 's.kind', 's.code', 's.rank'])
    .where('s.trust_id', '=', trustId)
    .where('t.ended_at', 'is', null)
    .orderBy('s.rank')
    .orderBy('s.team_id')
    .orderBy('s.kind')
    .orderBy('s.code')
    .execute();
  return rows.map((row) => ({ teamId: row.team_id, kind: row.kind, code: row.code, rank: row.rank }));
}
