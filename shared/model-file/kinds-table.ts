import type { ModelKind } from './kind.ts';
import { backfillKind } from './kinds/backfill.ts';
import { employerCostKind } from './kinds/employer-cost.ts';
import { projectionKind } from './kinds/projection.ts';
import { releaseKind } from './kinds/release.ts';
import { stageCostKind } from './kinds/stage-cost.ts';
import { teamKind } from './kinds/team.ts';
import { wardKind } from './kinds/ward.ts';

/** Every kind of the open model file, by its name in a request. */
export const modelKinds: ReadonlyMap<string, ModelKind> = new Map([
  ['projection', projectionKind],
  ['employer_cost', employerCostKind],
  ['release', releaseKind],
  ['backfill', backfillKind],
  ['team', teamKind],
  ['ward', wardKind],
  ['stage_cost', stageCostKind],
]);
