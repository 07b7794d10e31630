import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { sharedSpreadsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { leverBases, type Levers, withLevers } from '../../shared/pipeline/levers.ts';
import type { WorthAsk } from '../../shared/scenario/ask-forecast.ts';
import type { LeverAsk } from '../../shared/scenario/ask-levers.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { asError } from '../app/error-text.ts';
import { useParameters } from '../app/parameters.ts';
import type { Outputs } from '../app/trpc.ts';
import { Loading } from '../components/Loading.tsx';
import { bothTargets, twoYears } from './both-years.ts';
import { changedCounts } from './changes.ts';
import { leversOf, resetLevers } from './lever-fields.ts';
import { movingMeasures, withMoving } from './moving.ts';
import { yearShown } from './pipeline-model.ts';
import { ProjectionBody } from './ProjectionBody.tsx';
import type { ChangeSearch, PipelineSearch } from './search.ts';
import { targetFacts } from './targets.ts';
import { useDrivers } from './use-drivers.ts';
import { useForecast } from './use-forecast.ts';
import { yearPlaces, type YearPlace } from './year-places.ts';

const route = getRouteApi('/house/pipeline');

type ProjectionProps = {
  readonly shown: Outputs['pipeline']['inputs'];
  readonly believed: Outputs['pipeline']['beliefs'];
  /** Tells one answer of the server from the next. */
  readonly version: string;
};

/** Whom the page follows and what ties them together, by the switches of the address. */
function inputsOf(
  { plan, unheld }: ProjectionProps['shown'],
  { beliefs, dataCut }: ProjectionProps['believed'],
  { held, intakes, nation }: Pick<PipelineSearch, 'held' | 'intakes' | 'nation'>,
  set: ParameterSet,
): ForecastInputs {
  const people = held ? plan.inputs.people : (unheld ?? plan.inputs.people);
  const { cohort, national } = sharedSpreadsOn(set, dataCut).value;
  return forecastPlan({ ...plan.inputs, people }, beliefs, {
    cohort: intakes ? cohort : 0,
    national: nation ? national : 0,
  });
}

/** The decision on starts, once somebody typed what a missing PI costs: the PIs typed, or else the middle forecast. */
function worthAsked(
  { missing, of, n }: PipelineSearch,
  years: readonly ForecastYear[],
  place: YearPlace,
): WorthAsk | null {
  const year = yearShown(years, place.lastDay);
  if (missing === null || year === null) return null;
  const target = of === 'pi' && n !== null ? n : year.piInPost.p50;
  return { target, at: place.window[1], startsPerMissingPi: missing };
}

/** The page once the register is there: asks the worker, and shows the last good answer while it works. */
export function Projection({ shown, believed, version }: ProjectionProps): ReactElement {
  const search: PipelineSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change: ChangeSearch = useCallback(
    (next) =>
      void navigate({
        search: (old: PipelineSearch) => ({ ...old, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const [dragged, setDragged] = useState<Levers | null>(null);
  const inAddress = leversOf(search);
  const addressKey = JSON.stringify(inAddress);
  useEffect(() => setDragged(null), [addressKey]);
  const levers = dragged ?? inAddress;

  const set = useParameters();
  const { held, intakes, nation } = search;
  const inputs = useMemo(
    () => inputsOf(shown, believed, { held, intakes, nation }, set),
    [shown, believed, held, intakes, nation, set],
  );
  const bases = useMemo(() => leverBases(inputs.beliefs), [inputs]);
  const places = useMemo(() => yearPlaces(inputs, search.years), [inputs, search.years]);
  const place = yearShown(places, search.by);
  if (place === null) throw new RangeError('a forecast of no months');
  const pair = twoYears(places, place);
  const at = place.window[1];
  const { dataCut } = shown;
  const settled = dragged === null;
  const asked: Omit<LeverAsk, 'inputs'> = {
    levers,
    points: settled ? 127 : 31,
    ...(settled ? {} : { dragged: movingMeasures(places, place, search.of) }),
    basis: search.years,
    dataCut,
    changes: changedCounts.map(({ measure }) => measure(at)),
    ...(pair === null || !settled ? {} : { both: bothTargets(pair, search) }),
  };
  const switches = [held, intakes, nation];
  const forecast = useForecast({ inputs, ...asked }, JSON.stringify([version, asked, switches]));
  const worth = worthAsked(search, forecast.settled?.years.years ?? [], place);
  const drivers = useDrivers(
    {
      inputs: withLevers(inputs, inAddress),
      points: 127,
      basis: search.years,
      dataCut,
      driversOf: targetFacts[search.of].measure(at),
      ...(worth === null ? {} : { worth }),
    },
    JSON.stringify([version, search.years, search.of, at, addressKey, switches, worth]),
    forecast.settled !== null,
  );
  if (forecast.fault !== null) throw asError(forecast.fault);
  if (forecast.refusal !== null && forecast.settled === null) throw new Error(forecast.refusal);
  if (forecast.settled === null) return <Loading what="Working out the projection" />;
  return (
    <ProjectionBody
      shown={shown}
      believed={believed}
      live={withMoving(forecast.settled, forecast.moving, places, place, search.of)}
      settled={forecast.settled}
      updating={forecast.updating}
      drivers={drivers}
      worth={worth}
      places={places}
      place={place}
      pair={pair}
      levers={levers}
      bases={bases}
      search={search}
      onChange={change}
      onDrag={setDragged}
      onSet={(next) => {
        setDragged(JSON.stringify(next) === addressKey ? null : next);
        change(next);
      }}
      onReset={() => change(resetLevers)}
    />
  );
}
