import { ModelError } from '../core/errors.ts';
import { byStage } from './by-stage.ts';
import type { GroupRates, RoleChances, Stage } from './projection-inputs.ts';

/** Role chances by months since the award or the end of the route; the last entry goes on. */
export type RoleRow = {
  readonly coi: Float64Array;
  readonly piFromNone: Float64Array;
  readonly piFromCoi: Float64Array;
};

/** The role chances of a group spread out by month: a row a qualification, and a row a route. */
export type RoleTables = {
  readonly stages: readonly RoleRow[];
  readonly routes: ReadonlyMap<string, RoleRow>;
};

function spreadOut(row: readonly number[] | undefined, bands: readonly number[]): Float64Array {
  const months = (bands[bands.length - 1] ?? 0) + 1;
  return Float64Array.from({ length: months }, (_, month) => {
    const band = bands.findLastIndex((lower) => lower <= month);
    return row?.[band] ?? 0;
  });
}

export function roleTables(rates: GroupRates): RoleTables {
  const { bands } = rates;
  const at = (chances: RoleChances, index: number): Float64Array => spreadOut(chances[index], bands);
  const stages = [0, 1, 2].map((index) => ({
    coi: at(rates.coi, index),
    piFromNone: at(rates.piFromNone, index),
    piFromCoi: at(rates.piFromCoi, index),
  }));
  const routes = Object.entries(rates.routes ?? {}).map(([name, row]): [string, RoleRow] => [
    name,
    {
      coi: spreadOut(row.coi, bands),
      piFromNone: spreadOut(row.piFromNone, bands),
      piFromCoi: spreadOut(row.piFromCoi, bands),
    },
  ]);
  return { stages, routes: new Map(routes) };
}

export function rowOfStage(tables: RoleTables, held: Stage): RoleRow {
  return byStage(tables.stages, held);
}

/** @throws ModelError 'bad-input' for a route the group has no row for. */
export function rowOfRoute(tables: RoleTables, route: string): RoleRow {
  const row = tables.routes.get(route);
  if (row === undefined) throw new ModelError('bad-input', `no route is called ${route}`, '/groups');
  return row;
}
