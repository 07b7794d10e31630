import { asMonth } from '../../shared/calendar/month.ts';
import type { Beliefs } from '../../shared/pipeline/beliefs.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { Person, Stage } from '../../shared/pipeline/projection-inputs.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { uniforms } from '../support/pipeline-monte-carlo.ts';

const groups = [
  'Nursing and Midwifery Registered',
  'Allied Health Professionals',
  'Healthcare Scientists',
  'Add Prof Scientific and Technic',
  'Medical and Dental',
  'Additional Clinical Services',
];

const pathway = {
  studyMonths: [10, 10, 10],
  awardLagMonths: [2, 2, 2],
  stageIntervalMonths: 12,
  maxInterruptions: 2,
};

/** December 2026: intakes are each September, so whoever studies has done three months. */
const nextIntake = 9;
const elapsed = 3;

/** One learner of a yearly intake, of any kind. */
function learner(draw: () => number): Person {
  const pick = (n: number): number => Math.floor(draw() * n);
  const group = groups[Math.min(5, Math.floor(draw() * draw() * 7))]!;
  const stage = (1 + pick(3)) as Stage;
  const shared = { group, count: 1 };
  switch (pick(5)) {
    case 0:
      return { ...shared, kind: 'planned', stage: 1, startIn: nextIntake + 12 * pick(3), uptake: 0.9 };
    case 1:
    case 2:
      return { ...shared, kind: 'studying', stage, elapsed };
    case 3:
      return { ...shared, kind: 'interrupted', stage, elapsed: 1 + pick(8), returnIn: 0 };
    default: {
      const undecided = stage < 3 && pick(2) === 0;
      const role = pick(3) === 0 ? { role: 'coi' as const } : {};
      const sinceAward = 3 + 12 * pick(3);
      return {
        ...shared,
        ...role,
        kind: 'graduated',
        held: stage,
        sinceAward,
        ...(undecided ? { undecided, nextStartIn: nextIntake } : {}),
      };
    }
  }
}

/** Somebody interrupted comes back one year after stopping, so that the award falls on the intake's own month. */
function onTheGrid(person: Person): Person {
  if (person.kind !== 'interrupted') return person;
  return { ...person, returnIn: person.elapsed - elapsed + (person.elapsed < elapsed ? 12 : 0) };
}

function distinct(kinds: number, from: () => Person): Person[] {
  const found = new Map<string, Person>();
  for (let tries = 0; found.size < kinds && tries < kinds * 200; tries += 1) {
    const person = onTheGrid(from());
    found.set(JSON.stringify(person), person);
  }
  return [...found.values()];
}

function withCounts(people: readonly Person[], total: number): Person[] {
  const [each, rest] = [Math.floor(total / people.length), total % people.length];
  return people.map((person, index) => ({ ...person, count: each + Number(index < rest) }));
}

/** Each with its own chance to retire, which makes profiles as many as are wanted. */
function retiring(people: readonly Person[], kinds: number): Person[] {
  return Array.from({ length: kinds }, (_, index) => {
    const person = people[index % people.length]!;
    return index < people.length ? person : { ...person, retireMonthly: 0.001 };
  });
}

function existingPis(draw: () => number, count: number): Person[] {
  return Array.from({ length: count }, (): Person => ({
    kind: 'pi',
    group: groups[Math.floor(draw() * 6)]!,
    count: 1,
  }));
}

function forecast(people: readonly Person[], beliefs: Beliefs): ForecastInputs {
  return { startMonth: asMonth('2026-12'), horizonMonths: 124, pathway, people, beliefs };
}

/** model.md section 3: 60 learners in 45 profiles, 12 PIs, six groups, 124 months, 31 uncertain rates. */
export function trustWorkload(seed: number, beliefs = priorBeliefs(groups)): ForecastInputs {
  const draw = uniforms(seed);
  const learners = withCounts(
    distinct(45, () => learner(draw)),
    60,
  );
  return forecast([...learners, ...existingPis(draw, 12)], beliefs);
}

/** 2,000 learners in 400 profiles and 120 PIs. */
export function regionWorkload(seed: number): ForecastInputs {
  const draw = uniforms(seed);
  const learners = withCounts(
    retiring(
      distinct(300, () => learner(draw)),
      400,
    ),
    2000,
  );
  return forecast([...learners, ...existingPis(draw, 120)], priorBeliefs(groups));
}

/** A trust's own history on top of the prior: one of 215 posteriors. */
function posterior(seed: number): Beliefs {
  const draw = uniforms(seed);
  const prior = priorBeliefs(groups);
  const learnt = <T extends Beliefs['withdraw'][number]>(belief: T): T => {
    if (belief.kind === 'beta') {
      const people = Math.floor(draw() * 12);
      const events = Math.round(people * (belief.a / (belief.a + belief.b)) * 2 * draw());
      return { ...belief, a: belief.a + events, b: belief.b + Math.max(0, people - events) };
    }
    if (belief.kind !== 'gamma') return belief;
    const months = Math.floor(draw() * 120);
    return {
      ...belief,
      shape: belief.shape + Math.round((months * belief.shape) / belief.months),
      months: belief.months + months,
    };
  };
  return {
    ...prior,
    withdraw: prior.withdraw.map(learnt),
    interrupt: prior.interrupt.map(learnt),
    returnAfterInterruption: learnt(prior.returnAfterInterruption),
    goOn: prior.goOn.map(learnt),
    coi: prior.coi.map(learnt),
    piFromNone: prior.piFromNone.map(learnt),
    piFromCoi: prior.piFromCoi.map(learnt),
    piRoleLossYearly: learnt(prior.piRoleLossYearly),
    groups: Object.fromEntries(
      Object.entries(prior.groups).map(([name, group]) => [
        name,
        { ...group, leaveYearly: learnt(group.leaveYearly) },
      ]),
    ),
  };
}

/** 215 trusts like the first, each with its own posterior. */
export function nationWorkload(seed: number): ForecastInputs[] {
  return Array.from({ length: 215 }, (_, trust) =>
    trustWorkload(seed + trust, posterior(seed + 1000 + trust)),
  );
}
