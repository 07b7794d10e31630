import { addMonthsTo, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import type { Learner } from '../learners/learner.ts';
import { learnerStatuses, phaseOf } from '../learners/status.ts';
import { studyState } from '../learners/study-state.ts';
import { holdsSlotIn, slotsOfMonth, type SlotHolder, type SlotNeed } from '../learners/supervisor-slots.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { byStage } from '../pipeline/by-stage.ts';
import { pathwayOn } from '../pipeline/default-rates.ts';
import type { Stage } from '../pipeline/projection-inputs.ts';
import { startMonthOf, type PipelineRegister } from './pipeline-register.ts';

/** One intake for which there are too few slots: who asked, how many slots were free, and who does not start. */
export type IntakeCut = {
  readonly month: Month;
  readonly planned: number;
  readonly free: number;
  readonly cut: number;
};

/** Planned learners held to the supervisor slots of their intake (ids of rows), or that they are not and why. */
export type IntakeCap =
  | {
      readonly kind: 'capped';
      readonly notStarting: readonly string[];
      readonly cuts: readonly IntakeCut[];
    }
  | { readonly kind: 'not-capped'; readonly why: string };

type Asking = { readonly learner: Learner; readonly stage: Stage; readonly month: Month };

function monthsNeeded(stage: Stage, studyMonths: readonly number[]): number {
  return byStage(studyMonths, stage);
}

/** Learners of the framework in post whose stage lies ahead. */
function askingFor(register: PipelineRegister): Asking[] {
  return register.learners.flatMap((learner) => {
    const state = studyState(learner, register.dataCut);
    if (state.kind !== 'planned' || !register.inPost.has(learner.personId)) return [];
    const month = addMonthsTo(startMonthOf(register), state.startIn);
    return [{ learner, stage: state.stage, month }];
  });
}

/** Learners on the course hold theirs from the start of the stage, away or not, to the end of study. */
function heldNow(register: PipelineRegister, studyMonths: readonly number[]): SlotNeed[] {
  const startMonth = startMonthOf(register);
  return register.learners.flatMap((learner) => {
    const state = studyState(learner, register.dataCut);
    const under = state.kind === 'studying' || state.kind === 'interrupted';
    if (!under || !register.inPost.has(learner.personId)) return [];
    const back = state.kind === 'interrupted' ? state.returnIn : 0;
    const left = back + Math.max(0, monthsNeeded(state.stage, studyMonths) - state.elapsed);
    const firstMonth = learner.startedOn === null ? learner.intakeMonth : monthOf(learner.startedOn);
    const months = monthsBetween(firstMonth, addMonthsTo(startMonth, left));
    return [{ supervisorId: null, firstMonth, months, committed: true }];
  });
}

/** Who has come furthest is first; of equals the register's own order of ids decides. */
function furthestFirst(a: Asking, b: Asking): number {
  const rank = ({ learner }: Asking): number => learnerStatuses.indexOf(learner.status);
  return rank(b) - rank(a) || (a.learner.id < b.learner.id ? -1 : 1);
}

function freeSlots(holders: readonly SlotHolder[], needs: readonly SlotNeed[], month: Month): number {
  const held = needs.filter((need) => holdsSlotIn(need, month)).length;
  return Math.max(0, slotsOfMonth(holders, [], month).exist - held);
}

/**
 * Intake by intake: planned learners beyond the free slots do not start, those furthest on first. A slot is held for
 * the months of study; somebody enrolled whose stage lies ahead has a place and is never cut. Stages that people may
 * go on to later are not planned yet and ask for no slot.
 */
export function capIntakes(register: PipelineRegister, set: ParameterSet): IntakeCap {
  const { slotHolders: holders = null, dataCut } = register;
  if (holders === null) return { kind: 'not-capped', why: 'Who may supervise, and how many, is not known.' };
  const { studyMonths } = pathwayOn(set, dataCut).value;
  const needs = heldNow(register, studyMonths);
  const asking = askingFor(register);
  const notStarting: string[] = [];
  const cuts: IntakeCut[] = [];
  for (const month of [...new Set(asking.map((one) => one.month))].sort()) {
    const intake = asking.filter((one) => one.month === month).sort(furthestFirst);
    const free = freeSlots(holders, needs, month);
    const sure = intake.filter(({ learner }) => phaseOf(learner.status) !== 'planned').length;
    const started = intake.slice(0, Math.max(free, sure));
    for (const { learner } of intake.slice(started.length)) notStarting.push(learner.id);
    for (const { stage } of started) {
      needs.push({
        supervisorId: null,
        firstMonth: month,
        months: monthsNeeded(stage, studyMonths),
        committed: true,
      });
    }
    const cut = intake.length - started.length;
    if (cut > 0) cuts.push({ month, planned: intake.length, free, cut });
  }
  return { kind: 'capped', notStarting, cuts };
}
