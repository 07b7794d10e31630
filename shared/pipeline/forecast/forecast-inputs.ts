import type { Beliefs } from '../beliefs.ts';
import type { Gain, Window } from '../projection-chances.ts';
import type { GroupRates, ProjectionInputs, Stage } from '../projection-inputs.ts';

/** What is taken as certain of a group besides its beliefs. */
export type FixedRates = Omit<GroupRates, keyof RatesFromBeliefs>;

type RatesFromBeliefs = Pick<
  GroupRates,
  | 'attempt'
  | 'returnAfterInterruption'
  | 'goOn'
  | 'bands'
  | 'coi'
  | 'piFromNone'
  | 'piFromCoi'
  | 'leaveMonthly'
  | 'piLeaveMonthly'
  | 'piRoleLossMonthly'
  | 'piReturnMonthly'
>;

/** A projection's inputs with what is known of the rates in place of fixed rates. Month 0 is `startMonth`. */
export type ForecastInputs = Pick<
  ProjectionInputs,
  'startMonth' | 'horizonMonths' | 'pathway' | 'people' | 'cohortSpread'
> & {
  readonly beliefs: Beliefs;
  /** By group. */
  readonly fixedRates?: Readonly<Record<string, FixedRates>> | undefined;
};

/** One count of people the forecast can be asked for. */
export type Measure =
  /** First gain of that kind within the window, in post. */
  | { readonly kind: 'gain'; readonly gain: Gain; readonly window: Window }
  /** PI at the start of the window or at some point of it, and not at its end. */
  | { readonly kind: 'pi-lost'; readonly window: Window }
  /** Lapsed before the window, PI again at some point of it. */
  | { readonly kind: 'pi-returned'; readonly window: Window }
  /** PI and in post at the end of month `at` − 1. */
  | { readonly kind: 'pi'; readonly at: number }
  /** The same, of those alone who were PI at the start. */
  | { readonly kind: 'existing-pi'; readonly at: number }
  /** In post and holding at least this qualification at the end of month `at` − 1. */
  | { readonly kind: 'qualified'; readonly at: number; readonly held: Stage };
