import { isBeyondBase } from '../beyond-base.ts';
import type { Person } from '../projection-inputs.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import { retirementOf, type Retirement } from './retirement-stretches.ts';
import { studyStart, type StudyStart } from './study-start.ts';

/** People alike, in the form the sampled kernels take. */
export type SampledKind = {
  readonly count: number;
  readonly group: string;
  readonly role: 'coi' | 'pi' | null;
  readonly roleEndsIn: number | null;
  readonly retirement: Retirement;
  readonly start: StudyStart;
  /** One of them. */
  readonly person: Person;
};

/** Everybody once: who the sampled kernels can take, and who needs the monthly engine. */
export type PersonKinds = { readonly sampled: readonly SampledKind[]; readonly monthly: readonly Person[] };

const common = ['kind', 'group', 'count', 'role', 'retireMonthly', 'roleEndsIn'];
const learning = [...common, 'stage', 'sinceAward', 'interruptionsUsed'];

/** What the sampled kernels know of; whatever else a person carries sends them to the monthly engine. */
const knownFields: Partial<Record<Person['kind'], ReadonlySet<string>>> = {
  planned: new Set([...learning, 'startIn', 'uptake']),
  studying: new Set([...learning, 'elapsed']),
  interrupted: new Set([...learning, 'elapsed', 'returnIn', 'awayMonths']),
  graduated: new Set([...common, 'held', 'sinceAward', 'undecided', 'nextStartIn', 'interruptionsUsed']),
  pi: new Set([...common, 'held']),
};

function isKnown(person: Person): boolean {
  const known = knownFields[person.kind];
  return (
    known !== undefined &&
    Object.entries(person).every(([field, value]) => value === undefined || known.has(field))
  );
}

/** One of each kind with the people of all of them; the key says what makes two alike. */
function merged<T extends { readonly count: number }>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const one of list) {
    const key = keyOf(one);
    byKey.set(key, { ...one, count: one.count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** All that decides a kind's chances: two people told apart by anything else are alike. */
function kindKey({ group, role, roleEndsIn, retirement, start }: SampledKind): string {
  return JSON.stringify([group, role, roleEndsIn, retirement.stretches, start]);
}

/** What a chance or chances of retiring come to. */
type RetirementOf = (retire: Person['retireMonthly']) => Retirement | null;

/** Most people retire alike, so each chance is worked out once. */
function retirements(months: number): RetirementOf {
  const known = new Map<string, Retirement | null>();
  return (retire) => {
    const key = JSON.stringify(retire ?? null);
    const made = known.get(key);
    if (made !== undefined) return made;
    const retirement = retirementOf(retire, months);
    known.set(key, retirement);
    return retirement;
  };
}

function sampledKind(
  person: Person,
  inputs: ForecastInputs,
  retirementFor: RetirementOf,
): SampledKind | null {
  const { pathway, fixedRates } = inputs;
  const start = studyStart(person, pathway);
  const retirement = retirementFor(person.retireMonthly);
  const extra = isBeyondBase(person, fixedRates?.[person.group] ?? {});
  if (!isKnown(person) || start === null || retirement === null || extra) return null;
  return {
    count: person.count,
    group: person.group,
    role: person.kind === 'pi' ? 'pi' : (person.role ?? null),
    roleEndsIn: person.roleEndsIn ?? null,
    retirement,
    start,
    person,
  };
}

/** People alike made one, in an order of their own, so that the order of the people changes no byte of any answer. */
export function personKinds(inputs: ForecastInputs): PersonKinds {
  const sampled: SampledKind[] = [];
  const monthly: Person[] = [];
  const retirementFor = retirements(inputs.horizonMonths);
  for (const person of inputs.people) {
    const kind = sampledKind(person, inputs, retirementFor);
    if (kind === null) monthly.push(person);
    else sampled.push(kind);
  }
  return { sampled: merged(sampled, kindKey), monthly };
}
