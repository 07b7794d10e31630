import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import {
  movesOf,
  teamSpells,
  withoutDeclined,
  type DatedPost,
  type TeamSpell,
} from '../../shared/scenario/team-spells.ts';
import type { Assignment } from '../../shared/staff/staff.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readMoverDecisions, type MoverDecision } from '../learners/read-movers.ts';
import { readAssignmentHistory } from '../staff/read.ts';

/** A learner who moved, or will move, from team to team while the promise stands, with what was decided of it. */
export type Mover = {
  readonly learnerId: string;
  readonly fromTeam: string;
  readonly toTeam: string;
  readonly on: PlainDate;
  /** `null`: nobody decided yet. */
  readonly decision: MoverDecision | null;
};

export type LearnerSpells = {
  /** By person, of those whose team changes with time. */
  readonly spells: ReadonlyMap<string, readonly TeamSpell[]>;
  readonly movers: readonly Mover[];
  /** By person, the last day in post of those who will leave the trust. */
  readonly leaving: ReadonlyMap<string, PlainDate>;
};

type Asked = {
  readonly learners: readonly Learner[];
  /** People in post on the day of the plan. */
  readonly inPost: ReadonlySet<string>;
  readonly teamOf: (assignment: Assignment) => string | null;
};

/** Statuses with a promise that a new team has to take over. */
const promised: readonly Learner['status'][] = ['offered', 'funded', 'enrolled', 'interrupted'];

/** A move before the promise is none of the promise's. */
function isMover({ status, startedOn, statusDate }: Learner, on: string): boolean {
  return promised.includes(status) && on >= (startedOn ?? statusDate);
}

/** Of several posts the last day counts; somebody with a post that has no end stays. */
function lastDays(posts: ReadonlyMap<string, readonly DatedPost[]>): ReadonlyMap<string, PlainDate> {
  const days = new Map<string, PlainDate>();
  for (const [personId, own] of posts) {
    const ends = own
      .filter(({ validTo }) => validTo === null)
      .map(({ assignment }) => assignment.leavingDate);
    const last = ends.filter((day) => day !== null).sort();
    const day = last.at(-1);
    if (day !== undefined && last.length === ends.length) days.set(personId, day);
  }
  return days;
}

/** When each learner in post is released from which team, and who moved between teams while a promise stands. */
export async function readLearnerSpells(
  tx: TrustReader,
  trustId: string,
  { learners, inPost, teamOf }: Asked,
): Promise<LearnerSpells> {
  const own = learners.filter(({ personId }) => inPost.has(personId));
  const history = await readAssignmentHistory(tx, trustId, [...new Set(own.map((one) => one.personId))]);
  const posts = new Map<string, DatedPost[]>();
  for (const dated of history) {
    const { personId } = dated.assignment;
    const held = posts.get(personId) ?? [];
    posts.set(personId, [...held, { ...dated, teamId: teamOf(dated.assignment) }]);
  }
  const decisions = await readMoverDecisions(tx, trustId);
  const spells = new Map<string, readonly TeamSpell[]>();
  const movers: Mover[] = [];
  for (const learner of own) {
    const whole = teamSpells(learner.personId, posts.get(learner.personId) ?? []);
    if (whole.length < 2) continue;
    const moves = movesOf(whole)
      .filter(({ on }) => isMover(learner, on))
      .map((move) => ({ learnerId: learner.id, ...move }));
    const decided = moves.map((move) => ({ ...move, decision: decisions.of(move) }));
    movers.push(...decided);
    const declined = new Set(decided.flatMap((one) => (one.decision?.state === 'declined' ? [one.on] : [])));
    if (spells.has(learner.personId) && declined.size === 0) continue;
    spells.set(
      learner.personId,
      withoutDeclined(whole, ({ on }) => declined.has(on)),
    );
  }
  return { spells, movers, leaving: lastDays(posts) };
}
