import { kernels } from '../kernels/kernels.ts';
import { firstInput } from '../kernels/program.ts';
import type { Lanes } from './group-lanes.ts';
import type { SampledKind } from './person-kinds.ts';
import type { PersonNode, SamplePlan } from './sample-plan.ts';
import { fillInputs, type InputValues } from './sum-inputs.ts';
import { sumProgram, type SumProgram } from './sum-program.ts';

/** What sums are made from: a plan, the people it is of, and the rates that weigh each month. */
export type SumTask = InputValues & {
  readonly plan: SamplePlan;
  readonly people: readonly SampledKind[];
};

/** Sums in a list lent until the next are asked for. */
export type SumsByKind = {
  readonly values: Lanes;
  /** For everybody of the plan, where the sums up to each of the person's ends begin. */
  readonly forEach: (take: (person: PersonNode, starts: (end: number) => number) => void) => void;
};

/** Programs already made, each as long as its plan is kept. */
const programs = new WeakMap<SamplePlan, SumProgram>();

function programOf(plan: SamplePlan, people: readonly SampledKind[]): SumProgram {
  const program = programs.get(plan) ?? sumProgram(plan, people);
  programs.set(plan, program);
  return program;
}

/** For every person of the plan the weighted sum of the channel up to each end. */
export function sumsByKind(task: SumTask): SumsByKind {
  const { plan, people, points } = task;
  const { program, sources, people: rows } = programOf(plan, people);
  const { values, stride } = kernels().rowsFor(program, points);
  fillInputs(values, firstInput * stride, sources, task);
  kernels().run(program, stride);
  return {
    values,
    forEach: (take) =>
      plan.people.forEach((person, index) => {
        const places = rows[index];
        take(person, (end) => (places?.[end] ?? 0) * stride);
      }),
  };
}
