import { useEffect, useRef, useState } from 'react';
import type { ForecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { LeverAnswer, LeverAsk } from '../../shared/scenario/ask-levers.ts';
import { useOverrides } from '../app/parameters.ts';
import { latestWins, type LatestWins } from '../workers/latest-wins.ts';
import { askModel } from '../workers/model.ts';
import type { Reply } from '../workers/model-face.ts';

/** An answer with every count of every year. */
export type FullAnswer = LeverAnswer & { readonly years: ForecastYears };

export type Forecasting = {
  /** The last answer with every lever let go; `null` until the first. */
  readonly settled: FullAnswer | null;
  /** What is on screen of a lever in movement, in the place of the same counts of `settled`; `null` while none moves. */
  readonly moving: LeverAnswer | null;
  readonly updating: boolean;
  /** Why there is no answer to what is asked now, in the model's own words. */
  readonly refusal: string | null;
  /** A fault of the program. */
  readonly fault: unknown;
};

const nothing: Forecasting = { settled: null, moving: null, updating: true, refusal: null, fault: null };

function withReply(last: Forecasting, reply: Reply<LeverAnswer>, newer: boolean): Forecasting {
  if (!reply.ok) return { ...last, updating: newer, refusal: reply.error.message };
  const { value } = reply;
  const fine = { refusal: null, fault: null };
  if (value.years === null) return { ...last, ...fine, moving: value, updating: true };
  return { ...fine, settled: { ...value, years: value.years }, moving: null, updating: newer };
}

/**
 * The forecast with the levers where they are, worked out in the worker; the latest question wins, and the last good
 * answer stays on screen meanwhile. `key` tells one question from the next without reading the plan again.
 */
export function useForecast(ask: LeverAsk, key: string): Forecasting {
  const [state, setState] = useState(nothing);
  const overrides = useOverrides();
  const queue = useRef<LatestWins<LeverAsk> | null>(null);

  useEffect(() => {
    const evaluate = (asked: LeverAsk): Promise<Reply<LeverAnswer>> => askModel('levers', asked, overrides);
    queue.current = latestWins<LeverAsk, Reply<LeverAnswer>>(evaluate, {
      onAnswer: (answer, newer) => setState((last) => withReply(last, answer, newer)),
      onFault: (fault) => setState((last) => ({ ...last, updating: false, fault })),
    });
    return () => queue.current?.stop();
  }, [overrides]);

  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    setState((last) => (last.updating ? last : { ...last, updating: true }));
    queue.current?.ask(latest.current);
  }, [key, overrides]);

  return state;
}
