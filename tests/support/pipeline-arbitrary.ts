import fc from 'fast-check';
import type { ProjectionFile } from '../../shared/pipeline/projection-schema.ts';

type FilePerson = ProjectionFile['people'][number];
type Group = ProjectionFile['groups'][string];

/** Chances with the ends now and then among them: 0 and 1 are rates like any other. */
const chance = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.05, max: 0.95, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);
const smallChance = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 0, max: 0.1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 1) },
);

const attempt = fc.tuple(chance, chance).map(([stop, share]) => {
  const interrupt = stop * share;
  return { complete: 1 - stop, interrupt, withdraw: stop - interrupt };
});
/** Somebody completes, so that one may have studied to the end. */
const passable = attempt.filter(({ complete }) => complete > 1e-3);

function three<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: 3, maxLength: 3 });
}

const group: fc.Arbitrary<Group> = fc
  .uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 })
  .chain((later) => {
    const bands = [0, ...later.sort((a, b) => a - b)];
    const table = three(fc.array(smallChance, { minLength: bands.length, maxLength: bands.length }));
    return fc.record({
      attempt: three(passable),
      return: chance,
      go_on: fc.array(chance, { minLength: 2, maxLength: 2 }),
      bands: fc.constant(bands),
      coi: table,
      pi_from_none: table,
      pi_from_coi: table,
      leave_monthly: smallChance,
      pi_leave_monthly: smallChance,
      pi_role_loss_monthly: smallChance,
      pi_return_monthly: smallChance,
    });
  });

const pathway = fc.record({
  study_months: three(fc.integer({ min: 8, max: 11 })),
  award_lag_months: three(fc.integer({ min: 0, max: 4 })),
  stage_interval_months: fc.integer({ min: 9, max: 14 }),
  max_interruptions: fc.integer({ min: 0, max: 3 }),
});

const stage = fc.constantFrom(1 as const, 2 as const, 3 as const);
/** Also more than the pathway allows, which leaves none. */
const used = (most: number, least: number) =>
  fc.option(fc.integer({ min: least, max: most + 1 }), { nil: undefined });

const inPost = {
  group: fc.constantFrom('a', 'b'),
  count: fc.integer({ min: 0, max: 3 }),
  retire_monthly: fc.option(fc.oneof(smallChance, fc.array(smallChance, { minLength: 1, maxLength: 40 })), {
    nil: undefined,
  }),
};
const named = fc.oneof(
  fc.record({ role: fc.constantFrom(undefined, 'coi' as const) }),
  fc.record({
    role: fc.constant('pi' as const),
    role_ends_in: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  }),
);

function personOf(file: ProjectionFile['pathway']): fc.Arbitrary<FilePerson> {
  const most = file.max_interruptions;
  const wait = fc.integer({ min: 0, max: 20 });
  const since_award = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
  const planned = fc.record({ ...inPost, stage, start_in: wait, uptake: chance, since_award });
  const inStage = fc.record({ ...inPost, stage, elapsed: fc.integer({ min: 0, max: 8 }), since_award });
  const late = stage.chain((at) => {
    const longest = file.study_months[at - 1]! + file.award_lag_months[at - 1]!;
    return fc.record({
      ...inPost,
      stage: fc.constant(at),
      elapsed: fc.integer({ min: 8, max: longest }),
      since_award,
    });
  });
  const kinds: fc.Arbitrary<FilePerson>[] = [
    planned.map((one) => ({ kind: 'planned', ...one })),
    fc.tuple(fc.oneof(inStage, late), used(most, 0)).map(([one, interruptions_used]) => ({
      kind: 'studying',
      ...one,
      interruptions_used,
    })),
    fc
      .record({
        ...inPost,
        held: stage,
        since_award: wait,
        undecided: fc.boolean(),
        next_start_in: wait,
        interruptions_used: used(most, 0),
      })
      .map((one) => ({ kind: 'graduated', ...one, undecided: one.undecided && one.held < 3 })),
    fc.tuple(inStage, wait, used(most, 1)).map(([one, return_in, interruptions_used]) => ({
      kind: 'interrupted',
      ...one,
      return_in,
      interruptions_used,
    })),
  ];
  const learner = fc.tuple(fc.oneof(...kinds), named).map(([one, role]) => ({ ...one, ...role }));
  const pi: fc.Arbitrary<FilePerson> = fc.record({
    kind: fc.constant('pi' as const),
    ...inPost,
    held: fc.constantFrom(undefined, 0 as const, 1 as const, 2 as const, 3 as const),
    role_ends_in: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  });
  return fc.oneof({ weight: 4, arbitrary: learner }, { weight: 1, arbitrary: pi });
}

/** A dated pathway cannot give a later award first. */
function inOrder({
  study_months: study,
  award_lag_months: lag,
  stage_interval_months: interval,
}: ProjectionFile['pathway']) {
  const whole = [0, 1, 2].map((index) => study[index]! + lag[index]!);
  return interval + whole[1]! >= whole[0]! && interval + whole[2]! >= whole[1]!;
}

/** Any valid file of rates and people, over 1 to 110 months. */
export const projectionFile: fc.Arbitrary<ProjectionFile> = pathway.filter(inOrder).chain((clock) =>
  fc.record({
    start_month: fc.constant('2026-12'),
    horizon_months: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
      { weight: 4, arbitrary: fc.integer({ min: 30, max: 110 }) },
    ),
    pathway: fc.constant(clock),
    groups: fc.record({ a: group, b: group }),
    people: fc.array(personOf(clock), { maxLength: 6 }),
  }),
);
