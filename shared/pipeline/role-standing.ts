import type { Award, RouteEnd, StudyOutlook } from './award-schedules.ts';
import type { Qualification } from './projection-inputs.ts';
import { rowOfRoute, rowOfStage, type RoleRow, type RoleTables } from './role-tables.ts';

/** What a person holds: the award of the framework, and the role chances in force with the month they run from. */
export type Standing = { held: Qualification; row: RoleRow | null; since: number };

/** The later of the award held and a route done says which role chances are in force; of equal months the route. */
export function standingAtStart(outlook: StudyOutlook, tables: RoleTables): Standing {
  const { held, heldSince, routeDone } = outlook;
  if (routeDone !== undefined && (held === 0 || routeDone.month >= heldSince)) {
    return { held, row: rowOfRoute(tables, routeDone.route), since: routeDone.month };
  }
  return { held, row: held === 0 ? null : rowOfStage(tables, held), since: heldSince };
}

export function holdRoute(standing: Standing, tables: RoleTables, { route, month }: RouteEnd): void {
  standing.row = rowOfRoute(tables, route);
  standing.since = month;
}

export function holdAward(standing: Standing, tables: RoleTables, { qualification, month }: Award): void {
  standing.held = qualification;
  standing.row = rowOfStage(tables, qualification);
  standing.since = month;
}
