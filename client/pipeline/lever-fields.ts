import { noLevers, type LeverBases, type LeverName, type Levers } from '../../shared/pipeline/levers.ts';
import { formatNumber, listInWords } from '../format/numbers.ts';
import type { PipelineSearch } from './search.ts';

/** One lever as the page shows it. */
export type LeverField = {
  readonly name: LeverName;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** What it moves, and what stays. */
  readonly hint: string;
};

export const leverFields: readonly LeverField[] = [
  {
    name: 'intake',
    label: 'Extra PGCert starts each September',
    unit: 'people',
    min: 0,
    max: 40,
    hint: 'On top of the plan',
  },
  {
    name: 'release',
    label: 'Planned starts that get their release',
    unit: '%',
    min: 0,
    max: 100,
    hint: 'Without release nobody starts',
  },
  {
    name: 'completion',
    label: 'Attempts at the PGCert that complete',
    unit: '%',
    min: 40,
    max: 100,
    hint: 'The other stages move with it',
  },
  {
    name: 'goingOn',
    label: 'Go on from PGCert to PGDip',
    unit: '%',
    min: 0,
    max: 95,
    hint: 'Going on to the Master’s moves with it',
  },
  {
    name: 'monthsToRole',
    label: 'Months from PGCert to a first role',
    unit: 'months',
    min: 3,
    max: 60,
    hint: 'Every step to a role moves with it',
  },
  {
    name: 'keeping',
    label: 'PIs who keep the role over a year',
    unit: '%',
    min: 60,
    max: 100,
    hint: 'Where no closing date of the study is known',
  },
];

/** The levers of an address. */
export function leversOf(search: PipelineSearch): Levers {
  const { intake, release, completion, goingOn, monthsToRole, keeping } = search;
  return { intake, release, completion, goingOn, monthsToRole, keeping };
}

/** Where a lever stands in the plan, as the page prints it and a person would type it. */
export function planValue({ name, min, max }: LeverField, bases: LeverBases): number {
  return Math.min(max, Math.max(min, Math.round(bases[name])));
}

/** A typed or dragged value; the plan's own is no change, and leaves the address empty. */
export function leverValue(field: LeverField, typed: number, bases: LeverBases): number | null {
  return typed === planValue(field, bases) ? null : typed;
}

/** "Intake 10 extra starts, keeping 90%": the levers that are moved. */
export function movedInWords(levers: Levers, bases: LeverBases): string | null {
  const moved = leverFields.flatMap((field) => {
    const value = levers[field.name];
    if (value === null) return [];
    const unit = field.unit === '%' ? '%' : ` ${field.unit}`;
    const label = `${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}`.replace(/^gO/, 'go');
    const plain = label.replace(/^pI/, 'PI');
    return [`${plain} ${formatNumber(value)}${unit} (plan ${formatNumber(planValue(field, bases))}${unit})`];
  });
  return moved.length === 0 ? null : listInWords(moved);
}

export const resetLevers: Partial<PipelineSearch> = noLevers;
