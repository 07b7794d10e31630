import { foldName } from '../../shared/imports/read-text.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { SourceEntry, TeamRow } from '../../shared/imports/team-rules.ts';
import type { Team, TeamSource } from '../../shared/teams/team.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readLearners, type LearnerOfPerson } from '../learners/read.ts';
import { readTeams, readTeamSources } from '../teams/read.ts';

/** Something held, with its id, in the shape of a checked row. */
export type HeldRow<Row> = { readonly id: string; readonly row: Row };

const sourceKinds: readonly SourceEntry['kind'][] = ['org', 'cost-centre', 'roster-unit'];

function sourcesOf(team: Team, sources: readonly TeamSource[]): SourceEntry[] {
  const own = sources.filter((source) => source.teamId === team.id);
  return sourceKinds.flatMap((kind) =>
    own
      .filter((source) => source.kind === kind)
      .sort((a, b) => a.rank - b.rank)
      .map(({ code, rank }) => ({ kind, code, rank })),
  );
}

function teamRow(team: Team, sources: readonly TeamSource[]): TeamRow {
  const { id, version, plannedMinimum, ...rest } = team;
  return {
    ...rest,
    sources: sourcesOf({ ...team, id, version }, sources),
    plannedMinimumMinutes: plannedMinimum?.minutes ?? null,
    plannedMinimumByWeekday: plannedMinimum?.byWeekday ?? null,
    plannedMinimumOwner: plannedMinimum?.owner ?? null,
    plannedMinimumDate: plannedMinimum?.date ?? null,
    plannedMinimumSource: plannedMinimum?.source ?? null,
  };
}

/** The teams of a trust by the key of their sheet. */
export async function heldTeams(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, HeldRow<TeamRow>>> {
  const teams = await readTeams(tx, trustId);
  const sources = await readTeamSources(tx, trustId);
  return new Map(teams.map((team) => [foldName(team.name), { id: team.id, row: teamRow(team, sources) }]));
}

function learnerRow(learner: LearnerOfPerson): LearnerRow {
  return {
    employeeNumber: learner.employeeNumber,
    route: learner.route,
    university: learner.university,
    stage: learner.stage,
    intakeMonth: learner.intakeMonth,
    weeklyReleaseMinutes: learner.weeklyReleaseMinutes,
    statedReleaseMinutes: learner.statedReleaseMinutes,
    releaseDays: learner.releaseDays,
    studyDayRule: learner.studyDayRule,
    supervisor: learner.supervisor,
    fundingSource: learner.fundingSource,
    feePence: learner.feePence,
    fundingPence: learner.fundingPence,
    status: learner.status,
    statusDate: learner.statusDate,
    startedOn: learner.startedOn,
    interruptedOn: learner.interruptedOn,
    returnsOn: learner.returnsOn,
    withdrawnOn: learner.withdrawnOn,
    qualifiedOn: learner.qualifiedOn,
    interruptions: learner.interruptions,
    roleHeld: learner.roleHeld,
    roleSince: learner.roleSince,
  };
}

/** The learners of a trust by the key of their sheet. */
export async function heldLearners(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, HeldRow<LearnerRow>>> {
  const learners = await readLearners(tx, trustId);
  return new Map(
    learners.map((learner) => {
      const key = `${learner.employeeNumber} ${learner.stage} ${learner.intakeMonth}`;
      return [key, { id: learner.id, row: learnerRow(learner) }];
    }),
  );
}
