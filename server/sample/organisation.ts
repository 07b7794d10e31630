import type { TeamType } from '../../shared/teams/team.ts';
import type { JobFamily } from './job-families.ts';

/** How near its planned minimum a team of the sample is made to run; the rest have room to spare. */
export type Cover =
  'comfortable' | 'short-anyway' | 'newly-short' | 'short-after-cover' | 'not-known' | 'none';

/** How many people of one job family a team has. */
export type Heads = Partial<Record<JobFamily, number>>;

/** One team of a sample trust before anybody is invented for it. */
export type TeamOutline = {
  readonly name: string;
  readonly division: string;
  /** Organisation above the team (Org L5 in the staff file). */
  readonly service: string;
  readonly type: TeamType;
  readonly heads: Heads;
  readonly cover: Cover;
  /** Contracted hours of the registered nurses on active assignments, where a worked example fixes them. */
  readonly nurseHours?: readonly number[];
};

/** A ward: registered nurses, healthcare support workers and ward clerks, round the clock. */
export function ward(
  name: string,
  service: string,
  nurses: number,
  support: number,
  clerks: number,
  cover: Cover = 'comfortable',
): Omit<TeamOutline, 'division'> {
  const heads = { wardNurse: nurses, support, clerical: clerks };
  return { name, service, type: 'rostered-round-the-clock', heads, cover };
}

/** A clinic, list or department that works by sessions. */
export function clinic(name: string, service: string, heads: Heads): Omit<TeamOutline, 'division'> {
  return { name, service, type: 'clinic-or-list', heads, cover: 'comfortable' };
}

/** A team whose hours are not rostered: release is absorbed, and shown as unfilled time. */
export function office(name: string, service: string, heads: Heads): Omit<TeamOutline, 'division'> {
  return { name, service, type: 'not-rostered', heads, cover: 'none' };
}

/** The teams of one division. */
export function division(name: string, teams: readonly Omit<TeamOutline, 'division'>[]): TeamOutline[] {
  return teams.map((team) => ({ ...team, division: name }));
}
