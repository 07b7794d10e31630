import type { PlainDate } from '../calendar/plain-date.ts';
import { engineVersion } from '../core/engine-version.ts';
import { setHash } from '../parameters/set-hash.ts';
import type { EvidenceCase } from './evidence-inputs.ts';
import { canonicalJson } from './canonical.ts';
import { textsOfFigure, type Figure } from './figure.ts';
import { evidenceFigures, figureRules, workedFigures, type WorkedFigures } from './figures.ts';
import type { MetricId } from './metrics.ts';
import { valuesWithoutWords, withoutIdentity } from './pseudonyms.ts';
import type { FrameworkFields, StatementFields } from './statement.ts';
import { mayLeave } from './use-label.ts';
import { faultsOfWorking, howInWords } from './working.ts';

/** A pack as it was frozen: what was said, and everything its figures were worked out from. */
export type Snapshot = EvidenceCase & {
  /** Packs of the first schema hold no working and no rules. */
  readonly schema: 1 | 2;
  readonly engine: string;
  /** `figureRules` of the program that froze it. */
  readonly rules?: number;
  readonly workings?: WorkedFigures['workings'];
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
    schema: 2,
    engine: engineVersion,
    rules: figureRules,
    parameterHash: setHash(parameters),
    ...workedFigures({ inputs, parameters }),
  };
}

/** What made the figures: the model, and the rules by which they are worked out and said. */
export type MadeBy = { readonly engine: string; readonly rules: number };

/** What working a pack's figures out again gives. */
export type Rederived = {
  /** Figures that come out the same, of `figures`, when this program works them out from what is kept. */
  readonly same: number;
  readonly figures: number;
  readonly different: readonly { readonly metric: MetricId; readonly kept: string; readonly now: string }[];
  /** Another engine or other rules may rightly give another figure: then the one that was kept stands. */
  readonly then: MadeBy;
  readonly now: MadeBy;
  /** The values in the pack are those its hash was taken of. */
  readonly parametersWhole: boolean;
  /** What of the kept working of a figure does not hold; checked without any model. `null` where none was kept. */
  readonly workingFaults: readonly { readonly metric: MetricId; readonly fault: string }[] | null;
};

function workingFaults({ figures, workings }: Snapshot): Rederived['workingFaults'] {
  if (workings === undefined) return null;
  return figures.flatMap((figure) =>
    faultsOfWorking(workings[figure.metric] ?? [], textsOfFigure(figure)).map((fault) => ({
      ...{ metric: figure.metric, fault },
    })),
  );
}

/** Checks the kept working of every figure of a pack, and works each out again from what is kept in it. */
export function rederive(snapshot: Snapshot): Rederived {
  const { figures, inputs, parameters, engine, rules = 1, parameterHash } = snapshot;
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
    then: { engine, rules },
    now: { engine: engineVersion, rules: figureRules },
    parametersWhole: setHash(parameters) === parameterHash,
    workingFaults: workingFaults(snapshot),
  };
}

/** One step of a kept working as a page may show it: small counts hidden. */
export type ShownStep = {
  readonly metric: MetricId;
  readonly label: string;
  readonly how: string;
  readonly printed: string;
};

/** How each figure of a pack was worked out, in words; nothing of what its source keeps inside, or of packs without. */
export function shownSteps({ figures, workings = {} }: Snapshot): readonly ShownStep[] {
  return figures
    .filter(({ useLabel }) => mayLeave(useLabel))
    .flatMap(({ metric }) => {
      const steps = workings[metric] ?? [];
      return steps.map((own) => ({
        ...{ metric, label: own.label, how: howInWords(own, steps), printed: own.printed },
      }));
    });
}
