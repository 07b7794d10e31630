import type { ModelKind } from './kind.ts';
import { backfillKind } from './kinds/backfill.ts';
import { employerCostKind } from './kinds/employer-cost.ts';
import { forecastKind } from './kinds/forecast.ts';
import { mixtureKind } from './kinds/mixture.ts';
import { posteriorKind } from './kinds/posterior.ts';
import { projectionKind } from './kinds/projection.ts';
import { releaseKind } from './kinds/release.ts';
import { scoreKind } from './kinds/score.ts';
import { stageCostKind } from './kinds/stage-cost.ts';
import { teamKind } from './kinds/team.ts';
import { wardKind } from './kinds/ward.ts';

/** Every kind of the open model file, by its name in a request. */
export const modelKinds: ReadonlyMap<string, ModelKind> = new Map([
  ['projection', projectionKind],
  ['forecast', forecastKind],
  ['mixture', mixtureKind],
  ['posterior', posteriorKind],
  ['score', scoreKind],
  ['employer_cost', employerCostKind],
  ['release', releaseKind],
  ['backfill', backfillKind],
  ['team', teamKind],
  ['ward', wardKind],
  ['stage_cost', stageCostKind],
]);
