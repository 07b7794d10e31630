import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { SearchOf } from '../app/search.ts';
import { targets } from './targets.ts';

/** The figures whose working the page opens. */
export const workings = [
  'qualified',
  'ready',
  'pi',
  'coi-gained',
  'pi-gained',
  'any-gained',
  'pi-returned',
  'pi-lost',
  'chance',
  'drivers',
  'doubt',
  'both',
  'back-test',
  'steps',
  'leads',
] as const;

export type WorkingOf = (typeof workings)[number];

const share = z.number().min(0).max(100).nullable();

/**
 * `by`: the year end the page is about; `null` is the end of the third whole year. `n`: the target typed; `null` is
 * the middle forecast. `first` and `second`: gains wanted in two years running; `null` asks for the middle of each.
 * `held`: planned starts are held to supervisor slots, and first PI roles to studies that want one. `intakes`, `nation`:
 * people of one intake, and all trusts, do well or badly together. `missing`: what a missing PI costs, in starts.
 * `rates`: the list of rates is open; `working`: of which figure. The rest are the levers, as a person types them;
 * `null` is as in the plan.
 */
export const pipelineSearch = {
  fields: {
    years: z.enum(['financial', 'academic']),
    by: z.custom<PlainDate>(isPlainDate).nullable(),
    of: z.enum(targets),
    n: z.int().min(1).max(10_000).nullable(),
    first: z.int().min(0).max(200).nullable(),
    second: z.int().min(0).max(200).nullable(),
    rates: z.boolean(),
    held: z.boolean(),
    intakes: z.boolean(),
    nation: z.boolean(),
    missing: z.number().min(0.1).max(1_000).nullable(),
    working: z.enum(workings).nullable(),
    intake: z.int().min(0).max(100).nullable(),
    release: share,
    completion: share,
    goingOn: share,
    monthsToRole: z.number().min(1).max(120).nullable(),
    keeping: share,
  },
  defaults: {
    years: 'financial',
    by: null,
    of: 'pi',
    n: null,
    first: null,
    second: null,
    rates: false,
    held: true,
    intakes: false,
    nation: false,
    missing: null,
    working: null,
    intake: null,
    release: null,
    completion: null,
    goingOn: null,
    monthsToRole: null,
    keeping: null,
  },
} as const;

export type PipelineSearch = SearchOf<typeof pipelineSearch.fields>;

/** Writes a change of the address. */
export type ChangeSearch = (change: Partial<PipelineSearch>) => void;
