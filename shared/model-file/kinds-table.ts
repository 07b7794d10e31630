import { kindNames, loadKinds } from './kind-loaders.ts';
import type { ModelKind } from './kind.ts';

/** Every kind of the open model file, by its name in a request. */
export const modelKinds: ReadonlyMap<string, ModelKind> = await loadKinds(kindNames);
