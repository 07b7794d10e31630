import type { Learner } from '../learners/learner.ts';
import { ownSource } from '../parameters/override.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { TeamPlan } from '../scenario/scenario-inputs.ts';
import type { EvidenceInputs } from './evidence-inputs.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same value with every id numbered in order of appearance ("id-1"): equal ids stay equal. */
function renumbered<T>(value: T): T {
  const numbers = new Map<string, string>();
  const numbered = (id: string): string => {
    const known = numbers.get(id) ?? `id-${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(uuid, numbered);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, own]) => [key, walk(own)]));
  };
  return walk(value) as T;
}

function teamWithoutWords(plan: TeamPlan): TeamPlan {
  const { plannedMinimum: minimum, ...team } = plan.team;
  const plannedMinimum = minimum === null ? null : { ...minimum, owner: null, source: null };
  return { ...plan, team: { ...team, name: team.id, division: null, plannedMinimum } };
}

function learnerWithoutWords(learner: Learner): Learner {
  // Named one by one: a row read from the register holds more (names, a staff number) than its type says.
  return {
    id: learner.id,
    personId: learner.personId,
    route: learner.route,
    university: learner.university,
    stage: learner.stage,
    intakeMonth: learner.intakeMonth,
    weeklyReleaseMinutes: learner.weeklyReleaseMinutes,
    statedReleaseMinutes: learner.statedReleaseMinutes,
    releaseDays: learner.releaseDays,
    studyDayRule: learner.studyDayRule,
    supervisor: null,
    fundingSource: null,
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
    version: learner.version,
  };
}

/**
 * Inputs as a pack keeps them: ids numbered anew, so that none leads back to a row of the register, and without the
 * words somebody typed, in which a name could stand. No figure rests on them, so the figures do not change.
 */
export function withoutIdentity(inputs: EvidenceInputs): EvidenceInputs {
  const { scenario, learners } = inputs;
  return renumbered({
    ...inputs,
    scenario: { ...scenario, teams: scenario.teams.map(teamWithoutWords) },
    learners: learners.map(learnerWithoutWords),
  });
}

/** The values without what somebody typed beside their own: neither figures nor the hash of the set rest on it. */
export function valuesWithoutWords({ rows }: ParameterSet): ParameterSet {
  const entries = Object.entries(rows).map(([code, all]) => {
    const kept = all.map((row) =>
      row.source.startsWith(ownSource) ? { ...row, source: ownSource.trim(), note: undefined } : row,
    );
    return [code, kept] as const;
  });
  return { rows: Object.fromEntries(entries) };
}
