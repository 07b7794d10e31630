import { atLeast } from '../count-distribution.ts';
import { jointAtLeast } from '../joint-gain.ts';
import type { Gain, Window } from '../projection-chances.ts';
import type { TargetOf } from '../chance-of-at-least.ts';
import { chancesOf, countOf, type Forecast } from './evaluate-forecast.ts';
import type { Measure } from './forecast-inputs.ts';

/** What a target is set on, as a measure: a stock on a date, or gains from the start up to it. */
export function targetMeasure(target: TargetOf, at: number): Measure {
  switch (target) {
    case 'pi-in-post':
      return { kind: 'pi', at };
    case 'qualified-in-post':
      return { kind: 'qualified', at, held: 1 };
    case 'coi-gained':
      return { kind: 'gain', gain: 'coi', window: [0, at] };
    case 'pi-gained':
      return { kind: 'gain', gain: 'pi', window: [0, at] };
    case 'investigators-gained':
      return { kind: 'gain', gain: 'investigator', window: [0, at] };
  }
}

/**
 * Chance of at least `n` at the end of month `at` − 1, over both uncertainties. For gains it is also the chance that
 * the n-th comes by then; a stock can fall, so its chance is of that date and no other.
 *
 * @throws ModelError 'bad-input' for a date past the horizon.
 */
export function forecastAtLeast(forecast: Forecast, target: TargetOf, n: number, at: number): number {
  return atLeast(countOf(forecast, targetMeasure(target, at)), n);
}

/** At least `n` gains within a window. */
export type GainTarget = { readonly window: Window; readonly n: number };

/**
 * Chance that both targets for one kind of gain are met. The rates are the same in both windows, so two good years
 * come together more often than by chance.
 *
 * @throws ModelError 'bad-input' for a window past the horizon, 'too-large' for too many people.
 */
export function forecastBoth(forecast: Forecast, gain: Gain, first: GainTarget, second: GainTarget): number {
  const { counts, points } = forecast.source;
  const from = Math.max(first.window[0], second.window[0]);
  const to = Math.max(from, Math.min(first.window[1], second.window[1]));
  const [one, two, both] = [first.window, second.window, [from, to] as const].map((window) =>
    chancesOf(forecast, { kind: 'gain', gain, window }),
  );
  let sum = 0;
  for (let point = 0; point < points; point += 1) {
    const pairs = Array.from(counts, (count, kind) => {
      const at = kind * points + point;
      return { count, first: one?.[at] ?? 0, second: two?.[at] ?? 0, both: both?.[at] ?? 0 };
    });
    sum += jointAtLeast(pairs, first.n, second.n);
  }
  return sum / points;
}
