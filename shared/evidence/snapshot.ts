import type { PlainDate } from '../calendar/plain-date.ts';
import { engineVersion } from '../core/engine-version.ts';
import { setHash } from '../parameters/set-hash.ts';
import type { EvidenceCase } from './evidence-inputs.ts';
import { canonicalJson } from './canonical.ts';
import type { Figure } from './figure.ts';
import { evidenceFigures } from './figures.ts';
import type { MetricId } from './metrics.ts';
import { valuesWithoutWords, withoutIdentity } from './pseudonyms.ts';
import type { FrameworkFields, StatementFields } from './statement.ts';

/** A pack as it was frozen: what was said, and everything its figures were worked out from. */
export type Snapshot = EvidenceCase & {
  readonly schema: 1;
  readonly engine: string;
  readonly parameterHash: string;
  readonly title: string;
  readonly trust: { readonly name: string; readonly odsCode: string; readonly synthetic: boolean };
  readonly madeOn: PlainDate;
  readonly framework: FrameworkFields;
  readonly statements: readonly StatementFields[];
  readonly figures: readonly Figure[];
};

export type SnapshotParts = EvidenceCase &
  Pick<Snapshot, 'title' | 'trust' | 'madeOn' | 'framework' | 'statements'>;

/** Freezes a pack. Its figures are worked out from the inputs as they are kept, so that they can be again. */
export function snapshotOf(parts: SnapshotParts): Snapshot {
  const nameless = {
    inputs: withoutIdentity(parts.inputs),
    parameters: valuesWithoutWords(parts.parameters),
  };
  const kept = JSON.parse(canonicalJson({ ...parts, ...nameless })) as SnapshotParts;
  const { inputs, parameters } = kept;
  return {
    ...kept,
    schema: 1,
    engine: engineVersion,
    parameterHash: setHash(parameters),
    figures: evidenceFigures({ inputs, parameters }),
  };
}

/** What working a pack's figures out again gives. */
export type Rederived = {
  /** Figures that come out the same, of `figures`. */
  readonly same: number;
  readonly figures: number;
  readonly different: readonly { readonly metric: MetricId; readonly kept: string; readonly now: string }[];
  /** The engine of the pack, and this one: another engine may rightly give another figure. */
  readonly engineThen: string;
  readonly engineNow: string;
  /** The values in the pack are those its hash was taken of. */
  readonly parametersWhole: boolean;
};

/** Works every figure of a pack out again from what is kept in it. */
export function rederive({ figures, inputs, parameters, engine, parameterHash }: Snapshot): Rederived {
  const again = new Map(evidenceFigures({ inputs, parameters }).map((figure) => [figure.metric, figure]));
  const different = figures.flatMap((figure) => {
    const now = again.get(figure.metric);
    return now !== undefined && canonicalJson(now) === canonicalJson(figure)
      ? []
      : [{ metric: figure.metric, kept: figure.sentence, now: now?.sentence ?? 'no longer worked out' }];
  });
  return {
    same: figures.length - different.length,
    figures: figures.length,
    different,
    engineThen: engine,
    engineNow: engineVersion,
    parametersWhole: setHash(parameters) === parameterHash,
  };
}
