import { addMonthsTo, firstDayOf, lastDayOf } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import {
  academicYearOf,
  financialYearOf,
  lastDayOfFinancialYear,
  type AcademicYear,
} from '../calendar/years.ts';
import type { Agreement } from './agreement.ts';
import type { Deadline } from './deadline.ts';
import type { Learner } from './learner.ts';
import { learnerDateNames, type LearnerDate } from './learner-date.ts';
import { trainingValidTo, type Readiness } from './readiness.ts';
import { phaseOf } from './status.ts';
import type { Supervisor } from './supervisor.ts';

/** A move of a learner to another team that nobody has decided. */
export type OpenMove = { readonly learnerId: string; readonly on: PlainDate };

/** What deadlines follow from. */
export type DeadlineRegister = {
  readonly learners: readonly Learner[];
  readonly agreements: ReadonlyMap<string, Pick<Agreement, 'managerSignedOn'>>;
  readonly readiness: ReadonlyMap<string, Readiness>;
  readonly trainingMonths: number;
  readonly supervisors: readonly Supervisor[];
  readonly dates: readonly LearnerDate[];
  readonly openMoves: readonly OpenMove[];
  /** Closing days of the bursary's rounds, where the trust entered them. */
  readonly bursaryCloses?: ReadonlyMap<AcademicYear, PlainDate> | undefined;
  readonly today: PlainDate;
};

type Said = Pick<Deadline, 'kind' | 'on' | 'what' | 'owner'>;

function ofLearner(learner: Learner, said: Said): Deadline {
  const key = `${said.kind}-${learner.id}`;
  return { ...said, key, note: null, learnerId: learner.id, supervisorId: null };
}

/** A supervisor is found by the end of the third month before the intake: 30 June for September. */
function supervisorBy({ intakeMonth }: Learner): PlainDate {
  return lastDayOf(addMonthsTo(intakeMonth, -3));
}

/** What has to happen before a course starts, by the status on the way to it. */
function beforeCourse(learner: Learner, register: DeadlineRegister): Said[] {
  const { status, supervisor, fundingSource, intakeMonth } = learner;
  const start = firstDayOf(intakeMonth);
  const signed = (register.agreements.get(learner.id)?.managerSignedOn ?? null) !== null;
  const offered = status === 'offered' || status === 'funded';
  return [
    ...(status === 'applied'
      ? [{ kind: 'offer', on: start, what: 'Have the university’s offer', owner: 'Learner' } as const]
      : []),
    ...(status === 'offered' && (fundingSource === null || fundingSource === 'nihr-bursary')
      ? [payerBy(start, register)]
      : []),
    ...(supervisor === null && status !== 'interested'
      ? [
          {
            kind: 'supervisor',
            on: supervisorBy(learner),
            what: 'Name a supervisor; without one the course cannot start',
            owner: 'R&D',
          } as const,
        ]
      : []),
    ...(offered && !signed ? [signature(start)] : []),
  ];
}

/** The bursary's closing day where the trust entered it; else the start of the course. */
function payerBy(start: PlainDate, { bursaryCloses }: DeadlineRegister): Said {
  const closes = bursaryCloses?.get(academicYearOf(start));
  const said = { kind: 'bursary', owner: 'Learner' } as const;
  return closes === undefined
    ? {
        ...said,
        on: start,
        what: 'Have the payer of the fee confirmed; the bursary’s closing day is not published',
      }
    : {
        ...said,
        on: closes,
        what: 'Apply for the bursary, or have another payer confirmed: the round closes',
      };
}

function signature(on: PlainDate): Said {
  return { kind: 'signature', on, what: 'Sign the agreement on release', owner: 'Line manager' };
}

function onCourse(learner: Learner, register: DeadlineRegister): Said[] {
  const { status, startedOn, statusDate, returnsOn } = learner;
  const signed = (register.agreements.get(learner.id)?.managerSignedOn ?? null) !== null;
  return [
    ...(signed ? [] : [signature(startedOn ?? statusDate)]),
    ...(status === 'interrupted' && returnsOn !== null
      ? [
          {
            kind: 'return',
            on: returnsOn,
            what: 'Record the return',
            owner: 'Workforce',
          } as const,
        ]
      : []),
  ];
}

function ofLearners(register: DeadlineRegister): Deadline[] {
  return register.learners.flatMap((learner) => {
    const phase = phaseOf(learner.status);
    if (phase === 'past' || learner.route !== 'framework') return [];
    const said = phase === 'planned' ? beforeCourse(learner, register) : onCourse(learner, register);
    return said.map((one) => ofLearner(learner, one));
  });
}

function ofDates({ dates }: DeadlineRegister): Deadline[] {
  return dates
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id, learnerId, kind, dueOn, note }) => ({
      key: `date-${id}`,
      kind,
      on: dueOn,
      what: learnerDateNames[kind],
      note,
      owner: 'Learner',
      learnerId,
      supervisorId: null,
    }));
}

/** Training of whoever has it recorded and holds an award or another route: it stands on the person's first row. */
function ofTraining({ learners, readiness, trainingMonths }: DeadlineRegister): Deadline[] {
  const rows = new Map(learners.toReversed().map((learner) => [learner.personId, learner]));
  return [...readiness.values()].flatMap(({ personId, trainingOn }): Deadline[] => {
    const learner = rows.get(personId);
    if (trainingOn === null || learner === undefined) return [];
    const on = trainingValidTo(trainingOn, trainingMonths);
    const what = 'Renew the training in good clinical practice';
    return [ofLearner(learner, { kind: 'training', on, what, owner: 'Learner' })];
  });
}

function ofLetters({ supervisors, today }: DeadlineRegister): Deadline[] {
  return supervisors.flatMap(({ id, letterExpires, activeTo }): Deadline[] => {
    if (letterExpires === null || (activeTo !== null && activeTo < today)) return [];
    const what = 'Renew the supervisor’s letter of access or honorary contract';
    const said = { kind: 'letter', on: letterExpires, what, owner: 'R&D' } as const;
    return [{ ...said, key: `letter-${id}`, note: null, learnerId: null, supervisorId: id }];
  });
}

function ofMoves({ openMoves }: DeadlineRegister): Deadline[] {
  return openMoves.map(({ learnerId, on }) => ({
    key: `move-${learnerId}-${on}`,
    kind: 'move',
    on,
    what: 'Accept or decline a learner who moves to the team',
    note: null,
    owner: 'New team’s manager',
    learnerId,
    supervisorId: null,
  }));
}

function yearEnd({ today }: DeadlineRegister): Deadline {
  const on = lastDayOfFinancialYear(financialYearOf(today));
  const what = 'Financial year ends: use the money that cannot be carried forward';
  const said = { kind: 'year-end', on, what, owner: 'Finance' } as const;
  return { ...said, key: `year-end-${on}`, note: null, learnerId: null, supervisorId: null };
}

/** Every day by which somebody has to act, soonest first: those that have passed stand in front. */
export function deadlinesOf(register: DeadlineRegister): readonly Deadline[] {
  const all = [
    ...ofLearners(register),
    ...ofDates(register),
    ...ofTraining(register),
    ...ofLetters(register),
    ...ofMoves(register),
    yearEnd(register),
  ];
  return all.sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1));
}
