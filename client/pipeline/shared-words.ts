import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { valueOn } from '../../shared/parameters/value-on.ts';
import { listInWords } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import type { PipelineSearch } from './search.ts';

type Shared = Pick<PipelineSearch, 'intakes' | 'nation'>;

/** What the range holds besides chance and the rates, by the switches, and what it does not. */
export function rangeInWords({ intakes, nation }: Shared): string {
  const inIt = [
    'chance',
    'not knowing these rates',
    ...(intakes ? ['what the people of one intake share'] : []),
    ...(nation ? ['what happens to all trusts alike'] : []),
  ];
  const out = [
    'people who have not applied yet',
    'changes to courses, funding rules or the trust',
    ...(intakes ? [] : ['a shock to one intake']),
    ...(nation ? [] : ['a shock to all trusts alike']),
  ];
  return `The range holds ${listInWords(inIt)}. Not in it: ${listInWords(out)}.`;
}

type Switch = {
  readonly field: keyof Shared;
  readonly label: string;
  readonly hint: string;
  readonly code: string;
};

/** The two switches with what they stand for, their parameter and its value: assumptions both. */
export function sharedSwitches(set: ParameterSet, date: PlainDate): readonly Switch[] {
  const of = (code: string): string => {
    const { value, status } = valueOn(set, code, date);
    return `${percent(value)}, ${status === 'assumption' ? 'an assumption' : status} (${code})`;
  };
  const [intakes, nation] = ['PIPELINE_COHORT_SPREAD', 'PIPELINE_NATIONAL_SPREAD'] as const;
  return [
    {
      field: 'intakes',
      code: intakes,
      label: 'People of one intake do well or badly together',
      hint: `A bad module or a crisis in the service: correlation between two of them to complete ${of(intakes)}. The middle stays, the range widens`,
    },
    {
      field: 'nation',
      code: nation,
      label: 'First roles rise or fall with the nation',
      hint: `What happens to every trust alike: spread of all role rates ${of(nation)}. It does not even out over the trusts of a region`,
    },
  ];
}
