import { join } from 'node:path';
import type { Config } from './config/config.ts';
import { evidenceRoutes } from './evidence/http-routes.ts';
import type { FeatureRoutes } from './http/feature-routes.ts';
import { importRoutes } from './imports/http-routes.ts';
import { learnerRoutes } from './learners/http-routes.ts';

/** The features with HTTP routes of their own (uploads, downloads), one a line. */
export function featureRoutes(config: Pick<Config, 'dataDir' | 'publicUrl'>): readonly FeatureRoutes[] {
  return [importRoutes(join(config.dataDir, 'uploads')), learnerRoutes(config.publicUrl), evidenceRoutes()];
}
