import type { ModelKind } from './kind.ts';

/** Every kind of the open model file by its name in a request, each loaded with its part of the model when asked for. */
const loaders: ReadonlyMap<string, () => Promise<ModelKind>> = new Map([
  ['projection', async () => (await import('./kinds/projection.ts')).projectionKind],
  ['forecast', async () => (await import('./kinds/forecast.ts')).forecastKind],
  ['mixture', async () => (await import('./kinds/mixture.ts')).mixtureKind],
  ['posterior', async () => (await import('./kinds/posterior.ts')).posteriorKind],
  ['score', async () => (await import('./kinds/score.ts')).scoreKind],
  ['employer_cost', async () => (await import('./kinds/employer-cost.ts')).employerCostKind],
  ['release', async () => (await import('./kinds/release.ts')).releaseKind],
  ['backfill', async () => (await import('./kinds/backfill.ts')).backfillKind],
  ['team', async () => (await import('./kinds/team.ts')).teamKind],
  ['ward', async () => (await import('./kinds/ward.ts')).wardKind],
  ['stage_cost', async () => (await import('./kinds/stage-cost.ts')).stageCostKind],
]);

export const kindNames: readonly string[] = [...loaders.keys()];

/** The kinds of these names, in the order of the table; names that no kind has are left out. */
export async function loadKinds(names: readonly string[]): Promise<ReadonlyMap<string, ModelKind>> {
  const kinds = new Map<string, ModelKind>();
  for (const [name, load] of loaders) if (names.includes(name)) kinds.set(name, await load());
  return kinds;
}
