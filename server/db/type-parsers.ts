import { types } from 'pg';
import { toSafeNumber } from '../../shared/core/rounding.ts';

const { builtins } = types;

/** How this program reads PostgreSQL values: days as text, 64-bit integers as numbers that are checked to be exact. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: (text) => toSafeNumber(BigInt(text)),
};

/** Given to a pool as its `types`: for this pool only, so that no other user of the driver is changed. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    return parsers[oid] ?? (types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown);
  },
};
