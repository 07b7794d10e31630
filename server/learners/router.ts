import { z } from 'zod';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { priorLearnings } from '../../shared/learners/eligibility.ts';
import { weekSchema } from '../../shared/learners/hours-taken.ts';
import { releaseDaysSchema, studyDayRules } from '../../shared/learners/learner.ts';
import {
  isMoveReason,
  isRegisterMove,
  type MoveReason,
  type RegisterMove,
} from '../../shared/learners/lifecycle.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { universities } from '../../shared/programmes/universities.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { addLearner } from './add-learner.ts';
import { decideMove, decideMoveInput } from './decide-move.ts';
import { moveLearner } from './move-learner.ts';
import { recordHours } from './record-hours.ts';
import { recordReadiness } from './record-readiness.ts';
import { saveDate, saveDateInput } from './save-date.ts';
import { showDeadlines } from './show-deadlines.ts';
import { showLearner } from './show-learner.ts';
import { showRegister } from './show-register.ts';
import { undoLearnerChange } from './undo-change.ts';
import { undoMove } from './undo-move.ts';
import { updateAgreement } from './update-agreement.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day');
const dayOrNull = day.nullable();
const month = z.custom<Month>(isMonth, 'not a month');
const text = z.string().trim().min(1).max(400).nullable();
const minutes = z.int().min(0).max(1_000_000).nullable();
const pence = z.int().min(0).max(1_000_000_000).nullable();
const oneLearner = { learnerId: z.uuid(), version: z.int().positive() } as const;

const moveInput = z.strictObject({
  ...oneLearner,
  move: z.custom<RegisterMove>(isRegisterMove, 'not a move of the register'),
  on: day,
  reason: z.custom<MoveReason>(isMoveReason, 'not a reason').nullable(),
  evidence: text,
  expectedReturn: dayOrNull,
  fundingSource: text,
});

const agreementInput = z.strictObject({
  ...oneLearner,
  terms: z.strictObject({
    weeklyReleaseMinutes: z.int().min(0).max(10_080).nullable(),
    statedReleaseMinutes: minutes,
    releaseDays: releaseDaysSchema.nullable(),
    studyDayRule: z.enum(studyDayRules),
    supervisor: text,
    fundingSource: text,
    feePence: pence,
    fundingPence: pence,
  }),
  agreement: z.strictObject({
    coverPlan: z.string().trim().min(1).max(2_000).nullable(),
    returnOfServiceMonths: z.int().min(0).max(60).nullable(),
    learnerSignedOn: dayOrNull,
    managerSignedOn: dayOrNull,
    researchSignedOn: dayOrNull,
    priorLearning: z.enum(priorLearnings).nullable(),
    exceptionOn: dayOrNull,
    exceptionSource: text,
    homeTrust: text,
    hostTrust: text,
    namedTrust: text,
  }),
});

const readinessInput = z.strictObject({
  personId: z.uuid(),
  assessedRoute: z.enum(routes).nullable(),
  trainingOn: dayOrNull,
  trainingVersion: text,
  signedOffOn: dayOrNull,
  timeAgreedOn: dayOrNull,
  weeklyMinutes: z.int().min(0).max(10_080).nullable(),
  version: z.int().min(0),
});

const addInput = z.strictObject({
  employeeNumber: z.string().trim().min(1).max(30),
  university: z.enum(universities),
  stage: z.enum(stages),
  intakeMonth: month,
  on: day,
});

const hoursInput = z.strictObject({
  learnerId: z.uuid(),
  week: weekSchema,
  minutes: z.int().min(0).max(10_080).nullable(),
  version: z.int().min(0),
});

export const learnersRouter = router({
  register: trustProcedure('learners.register').query(async ({ ctx }) =>
    unwrap(await showRegister(ctx.trust)),
  ),

  show: trustProcedure('learners.show')
    .input(z.strictObject({ learnerId: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await showLearner(ctx.trust, input))),

  add: trustProcedure('learners.add')
    .input(addInput)
    .mutation(async ({ ctx, input }) => unwrap(await addLearner(ctx.trust, input))),

  move: trustProcedure('learners.move')
    .input(moveInput)
    .mutation(async ({ ctx, input }) => unwrap(await moveLearner(ctx.trust, input))),

  undo: trustProcedure('learners.undo')
    .input(z.strictObject(oneLearner))
    .mutation(async ({ ctx, input }) => unwrap(await undoMove(ctx.trust, input))),

  agree: trustProcedure('learners.agree')
    .input(agreementInput)
    .mutation(async ({ ctx, input }) => unwrap(await updateAgreement(ctx.trust, input))),

  ready: trustProcedure('learners.ready')
    .input(readinessInput)
    .mutation(async ({ ctx, input }) => unwrap(await recordReadiness(ctx.trust, input))),

  recordHours: trustProcedure('learners.recordHours')
    .input(hoursInput)
    .mutation(async ({ ctx, input }) => unwrap(await recordHours(ctx.trust, input))),

  saveDate: trustProcedure('learners.saveDate')
    .input(saveDateInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveDate(ctx.trust, input))),

  decideMove: trustProcedure('learners.decideMove')
    .input(decideMoveInput)
    .mutation(async ({ ctx, input }) => unwrap(await decideMove(ctx.trust, input))),

  deadlines: trustProcedure('learners.deadlines').query(async ({ ctx }) =>
    unwrap(await showDeadlines(ctx.trust)),
  ),

  undoChange: trustProcedure('learners.undoChange')
    .input(z.strictObject({ changeId: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await undoLearnerChange(ctx.trust, input))),
});
