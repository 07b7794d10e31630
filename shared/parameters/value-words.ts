import type { Parameter } from './types.ts';

/** How a value is typed and read: the number a person types is `value / per`. */
export type Reading = {
  readonly per: number;
  /** Decimals of the typed number. */
  readonly places: 0 | 1 | 2 | 3;
  /** After the number: "%", "hours a week"; before it for pounds and multipliers. */
  readonly unit: string;
  readonly before: '' | '£' | '× ';
  /** Bounds of what makes sense, in the parameter's own unit. */
  readonly min: number;
  readonly max: number;
};

const most = 100_000_000_000;

function reading(
  per: number,
  places: Reading['places'],
  unit: string,
  bounds: readonly [number, number],
  before: Reading['before'] = '',
): Reading {
  return { per, places, unit, before, min: bounds[0], max: bounds[1] };
}

const readings: Readonly<Record<Parameter['unit'], Reading>> = {
  pence: reading(100, 2, '', [0, most], '£'),
  'pence-per-year': reading(100, 2, 'a year', [1, most], '£'),
  'basis-points': reading(100, 2, '%', [0, 10_000]),
  minutes: reading(60, 2, 'hours', [0, 600_000]),
  'minutes-per-week': reading(60, 2, 'hours a week', [60, 10_080]),
  'minute-of-day': reading(60, 2, 'hours after midnight', [0, 1_439]),
  days: reading(1, 0, 'days', [0, 366]),
  'weeks-x1000': reading(1000, 3, 'weeks', [1_000, 60_000]),
  months: reading(1, 0, 'months', [1, 120]),
  years: reading(1, 0, 'years', [1, 60]),
  credits: reading(1, 0, 'credits', [1, 600]),
  count: reading(1, 0, '', [0, 100_000]),
  flag: reading(1, 0, '(1 yes, 0 no)', [0, 1]),
};

/** Ratios are kept in basis points and may pass one. */
const ratio = /MULTIPLIER|_RATIO$|PIPELINE_BAND_/;

/** How the value of a code is typed, read and bounded. */
export function readingOf({ code, unit }: Pick<Parameter, 'code' | 'unit'>): Reading {
  if (unit === 'basis-points' && ratio.test(code)) return reading(10_000, 2, '', [0, 100_000], '× ');
  if (code === 'DEFAULT_SHIFT_LENGTH') return { ...readings.minutes, min: 60, max: 1_440 };
  if (code.startsWith('PIPELINE_PRIOR_') && unit !== 'basis-points')
    return { ...readings[unit], min: 1, max: 10_000 };
  if (/AWARD_LAG_MONTHS/.test(code)) return { ...readings.months, min: 0 };
  if (code === 'EMPLOYER_NI_SECONDARY_THRESHOLD') return { ...readings[unit], min: 0 };
  return readings[unit];
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

function numberInWords(value: number, { per, places, before }: Reading): string {
  const scaled = Math.abs(value) / per;
  const [whole = '0', part = ''] = scaled.toFixed(places).split('.');
  const decimals = before === '£' && /^0*$/.test(part) ? '' : part.replace(before === '£' ? /$^/ : /0+$/, '');
  return `${value < 0 ? '−' : ''}${before}${grouped(whole)}${decimals === '' ? '' : `.${decimals}`}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** "£48,117 a year", "14.38%", "37.5 hours a week", "20:00", "Yes", "× 1.5"; `null` is "Not known". */
export function valueInWords(parameter: Pick<Parameter, 'code' | 'unit'>, value: number | null): string {
  if (value === null) return 'Not known';
  if (parameter.unit === 'flag') return value === 1 ? 'Yes' : 'No';
  if (parameter.unit === 'minute-of-day') return clock(value);
  const how = readingOf(parameter);
  const number = numberInWords(value, how);
  if (how.unit === '') return number;
  if (how.unit === '%') return `${number}%`;
  return `${number} ${value === how.per ? how.unit.replace(/s\b/, '') : how.unit}`;
}

/** The number a person types for a value: '48117.00' as '48117', '14.38'. */
export function typedValue(parameter: Pick<Parameter, 'code' | 'unit'>, value: number | null): string {
  if (value === null) return '';
  const { per, places } = readingOf(parameter);
  const text = (value / per).toFixed(places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** What was typed as the whole number of the parameter's unit; `null` where it is none, or too fine for the unit. */
export function readTyped(parameter: Pick<Parameter, 'code' | 'unit'>, typed: string): number | null {
  const text = typed.trim().replace(/^[£×]\s*|[,%]/g, '');
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(text)) return null;
  const scaled = Number(text) * readingOf(parameter).per;
  const value = Math.floor(scaled + 0.5);
  return Math.abs(scaled - value) < 1e-6 ? value : null;
}
