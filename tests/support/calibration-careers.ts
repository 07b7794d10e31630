/**
 * Careers of past learners, month by month with known rates, counted as a trust would have recorded them. Shares no
 * code with the engine; the order of events in a month is that of the model (award, exit, role).
 */
import { asMonth } from '../../shared/calendar/month.ts';
import type { RoleExposure, TrustHistory } from '../../shared/pipeline/calibration/trust-history.ts';
import type { GroupRates, Stage } from '../../shared/pipeline/projection-inputs.ts';

const studyMonths = 10;
const mostInterruptions = 2;
/** One age for everything: what is simulated does not change over the years. */
const cohort = asMonth('2026-10');

type Attempt = { stage: Stage; start: number; end: 'complete' | 'interrupt' | 'withdraw'; stop: number };

type Counts = {
  attempts: { stage: Stage; completed: number; interrupted: number; withdrawn: number; censored: number[] }[];
  goingOn: { after: 1 | 2; chances: number; taken: number }[];
  returns: { chances: number; taken: number };
  roles: Map<string, { -readonly [K in keyof RoleExposure]: RoleExposure[K] }>;
  piRoles: { months: number; events: number };
  piLapsed: { months: number; events: number };
  leaving: Map<string, { months: number; events: number }>;
};

function emptyCounts(): Counts {
  return {
    attempts: ([1, 2, 3] as const).map((stage) => ({
      stage,
      completed: 0,
      interrupted: 0,
      withdrawn: 0,
      censored: [],
    })),
    goingOn: ([1, 2] as const).map((after) => ({ after, chances: 0, taken: 0 })),
    returns: { chances: 0, taken: 0 },
    roles: new Map(),
    piRoles: { months: 0, events: 0 },
    piLapsed: { months: 0, events: 0 },
    leaving: new Map(),
  };
}

function attemptAt(stage: Stage, start: number, rates: GroupRates, draw: () => number): Attempt {
  const { complete, interrupt } = rates.attempt[stage - 1]!;
  const u = draw();
  const end = u < complete ? 'complete' : u < complete + interrupt ? 'interrupt' : 'withdraw';
  const within = Math.floor(draw() * studyMonths);
  return { stage, start, end, stop: end === 'complete' ? start + 12 : start + within };
}

/** One month of somebody with an award, before the PI role. */
function exposure(
  counts: Counts,
  from: 'none' | 'coi',
  held: Stage,
  since: number,
  group: string,
  rates: GroupRates,
) {
  const band = rates.bands.findLast((lower) => lower <= since)!;
  const key = `${from} ${held} ${band} ${group}`;
  const known = counts.roles.get(key);
  if (known !== undefined) return known;
  const made = { from, held, band, group, cohort, months: 0, coiEvents: 0, piEvents: 0 };
  counts.roles.set(key, made);
  return made;
}

/** Somebody who began the PGCert `ago` months ago, up to today. */
function live(counts: Counts, group: string, rates: GroupRates, ago: number, draw: () => number): void {
  let attempt: Attempt | null = attemptAt(1, 0, rates, draw);
  let back: { month: number; stage: Stage } | null = null;
  let interruptions = 0;
  let held: 0 | Stage = 0;
  let award = 0;
  let role: 'none' | 'coi' | 'pi' | 'lapsed' = 'none';
  const leaving = counts.leaving.get(group) ?? { months: 0, events: 0 };
  counts.leaving.set(group, leaving);
  const of = (stage: Stage) => counts.attempts[stage - 1]!;
  const censor = (month: number): void => {
    if (attempt !== null) {
      of(attempt.stage).censored.push(Math.min(1, Math.max(0, month - attempt.start) / studyMonths));
    }
  };
  for (let month = 0; month < ago; month += 1) {
    if (back !== null && back.month === month) {
      const returned = draw() < rates.returnAfterInterruption;
      counts.returns.chances += 1;
      if (returned) {
        counts.returns.taken += 1;
        attempt = attemptAt(back.stage, month, rates, draw);
      }
      back = null;
    }
    if (attempt !== null && attempt.stop === month) {
      const { stage, end, start } = attempt;
      attempt = null;
      if (end === 'complete') {
        of(stage).completed += 1;
        held = stage;
        award = month;
        if (stage < 3) {
          const chance = counts.goingOn[stage - 1]!;
          const goes = draw() < rates.goOn[stage - 1]!;
          chance.chances += 1;
          if (goes) {
            chance.taken += 1;
            attempt = attemptAt((stage + 1) as Stage, month, rates, draw);
          }
        }
      } else if (end === 'interrupt') {
        of(stage).interrupted += 1;
        interruptions += 1;
        if (interruptions <= mostInterruptions) back = { month: start + 12, stage };
      } else of(stage).withdrawn += 1;
    }
    if (role === 'pi') {
      if (draw() < rates.piLeaveMonthly) return censor(month);
      counts.piRoles.months += 1;
      if (draw() < rates.piRoleLossMonthly) {
        counts.piRoles.events += 1;
        role = 'lapsed';
      }
      continue;
    }
    leaving.months += 1;
    if (draw() < rates.leaveMonthly) {
      leaving.events += 1;
      return censor(month);
    }
    if (role === 'lapsed') {
      counts.piLapsed.months += 1;
      if (draw() < rates.piReturnMonthly) {
        counts.piLapsed.events += 1;
        role = 'pi';
      }
      continue;
    }
    if (held === 0) continue;
    const row = exposure(counts, role, held, month - award, group, rates);
    const column = rates.bands.indexOf(row.band);
    row.months += 1;
    const pi = role === 'none' ? rates.piFromNone : rates.piFromCoi;
    if (draw() < pi[held - 1]![column]!) {
      row.piEvents += 1;
      role = 'pi';
    } else if (role === 'none' && draw() < rates.coi[held - 1]![column]!) {
      row.coiEvents += 1;
      role = 'coi';
    }
  }
  censor(ago);
}

/** The history of so many people who began two to five years ago, in the groups by turns. */
export function simulatedHistory(
  groups: Readonly<Record<string, GroupRates>>,
  people: number,
  draw: () => number,
): TrustHistory {
  const counts = emptyCounts();
  const names = Object.keys(groups);
  for (let person = 0; person < people; person += 1) {
    const group = names[person % names.length]!;
    live(counts, group, groups[group]!, 24 + 12 * (person % 4), draw);
  }
  return {
    attempts: counts.attempts.map((row) => ({ ...row, cohort })),
    goingOn: counts.goingOn.map((row) => ({ ...row, cohort })),
    returns: [{ ...counts.returns, cohort }],
    roles: [...counts.roles.values()],
    piRoles: [{ ...counts.piRoles, cohort }],
    piLapsed: [{ ...counts.piLapsed, cohort }],
    leaving: [...counts.leaving].map(([group, spell]) => ({ ...spell, group, cohort })),
  };
}
