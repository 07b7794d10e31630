import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ForecastAnswer, ForecastAsk } from '../../shared/scenario/ask-forecast.ts';
import type { Override } from '../../shared/parameters/override.ts';
import { HttpRefusal } from '../app/error-text.ts';
import { useOverrides } from '../app/parameters.ts';
import { askModel } from '../workers/model.ts';

/** What moves the count, and what finding a rate out would be worth where that was asked. */
export type DriversAnswer = Pick<ForecastAnswer, 'drivers' | 'worth'>;

async function driversOf(ask: ForecastAsk, overrides: readonly Override[]): Promise<DriversAnswer> {
  const reply = await askModel('forecast', ask, overrides);
  if (!reply.ok) throw new HttpRefusal(reply.error.code, reply.error.message);
  const { drivers, worth } = reply.value;
  return { drivers, worth };
}

/** What moves the count most, asked once the forecast itself is there (`enabled`); `key` tells questions apart. */
export function useDrivers(ask: ForecastAsk, key: string, enabled: boolean): DriversAnswer | undefined {
  const overrides = useOverrides();
  const { data } = useQuery({
    queryKey: ['pipeline-drivers', key, overrides],
    queryFn: () => driversOf(ask, overrides),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    enabled,
  });
  return data;
}
