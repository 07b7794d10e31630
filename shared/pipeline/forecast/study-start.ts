import { byStage, monthsToAward } from '../by-stage.ts';
import type {
  Graduate,
  InterruptedLearner,
  Pathway,
  Person,
  PlannedLearner,
  Qualification,
  Stage,
  StudyingLearner,
} from '../projection-inputs.ts';

/** The stage at hand: who starts it or goes on, and when its award would come. */
export type StageAhead = {
  readonly stage: Stage;
  /** A chance, or the rate it is. */
  readonly chance: number | 'return' | 'go-on';
  /** Share of the study months still ahead, for somebody in mid-stage; `null` for an attempt to be drawn afresh. */
  readonly left: number | null;
  /** Month of the award when no interruption comes. */
  readonly award: number;
  readonly interruptionsLeft: number;
};

/** What a person holds at month 0, and the stage ahead; free of every uncertain rate. */
export type StudyStart = {
  readonly held: Qualification;
  /** Months since the award held. */
  readonly since: number;
  readonly ahead: StageAhead | null;
};

type OnCourse = PlannedLearner | StudyingLearner | InterruptedLearner;

/** Without a date the person is taken to have gone straight on, and the award is not in the future. */
function sinceAward(pathway: Pathway, { stage, sinceAward: known }: OnCourse, stageStart: number): number {
  if (known !== undefined) return known;
  if (stage === 1) return 0;
  const before = stage === 2 ? 1 : 2;
  return Math.max(0, pathway.stageIntervalMonths - stageStart - monthsToAward(pathway, before));
}

function onCourse(
  person: OnCourse,
  pathway: Pathway,
  stageStart: number,
  ahead: Omit<StageAhead, 'stage'>,
): StudyStart {
  const { stage } = person;
  const held = stage === 1 ? 0 : stage === 2 ? 1 : 2;
  return { held, since: sinceAward(pathway, person, stageStart), ahead: { stage, ...ahead } };
}

function startOfPlanned(person: PlannedLearner, pathway: Pathway): StudyStart {
  const { stage, startIn, uptake } = person;
  return onCourse(person, pathway, startIn, {
    chance: uptake,
    left: null,
    award: startIn + monthsToAward(pathway, stage),
    interruptionsLeft: pathway.maxInterruptions,
  });
}

function startOfStudying(person: StudyingLearner, pathway: Pathway): StudyStart {
  const { stage, elapsed, interruptionsUsed = 0 } = person;
  return onCourse(person, pathway, -elapsed, {
    chance: 1,
    left: 1 - Math.min(1, elapsed / byStage(pathway.studyMonths, stage)),
    award: monthsToAward(pathway, stage) - elapsed,
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  });
}

function startOfInterrupted(person: InterruptedLearner, pathway: Pathway): StudyStart {
  const { stage, elapsed, returnIn, interruptionsUsed = 1 } = person;
  const away = person.awayMonths ?? pathway.stageIntervalMonths;
  return onCourse(person, pathway, returnIn - away - elapsed, {
    chance: 'return',
    left: null,
    award: returnIn - elapsed + monthsToAward(pathway, stage),
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  });
}

function startOfGraduate(person: Graduate, pathway: Pathway): StudyStart {
  const { held, undecided = false, nextStartIn = 0, interruptionsUsed = 0 } = person;
  if (!undecided || held === 3) return { held, since: person.sinceAward, ahead: null };
  const stage = held === 1 ? 2 : 3;
  const ahead: StageAhead = {
    stage,
    chance: 'go-on',
    left: null,
    award: nextStartIn + monthsToAward(pathway, stage),
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  };
  return { held, since: person.sinceAward, ahead };
}

/** The study at month 0 as the exact engine reads it (study-outlook.ts); `null` for a route it does not cover. */
export function studyStart(person: Person, pathway: Pathway): StudyStart | null {
  switch (person.kind) {
    case 'planned':
      return startOfPlanned(person, pathway);
    case 'studying':
      return startOfStudying(person, pathway);
    case 'interrupted':
      return startOfInterrupted(person, pathway);
    case 'graduated':
      return startOfGraduate(person, pathway);
    case 'pi':
      return { held: person.held ?? 0, since: 0, ahead: null };
    case 'route':
      return null;
  }
}
