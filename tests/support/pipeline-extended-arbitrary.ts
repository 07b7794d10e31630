import fc from 'fast-check';
import type { ProjectionFile } from '../../shared/pipeline/projection-schema.ts';
import { projectionFile } from './pipeline-arbitrary.ts';

type FilePerson = ProjectionFile['people'][number];
type Group = ProjectionFile['groups'][string];
type Route = NonNullable<Group['routes']>[string];

const chance = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const smallChance = fc.double({ min: 0, max: 0.15, noNaN: true });

const attempt = fc.tuple(chance, chance).map(([stop, share]) => {
  const interrupt = stop * share;
  return { complete: 1 - stop, interrupt, withdraw: stop - interrupt };
});

function routeOf(bands: number): fc.Arbitrary<Route> {
  const row = fc.array(smallChance, { minLength: bands, maxLength: bands });
  return fc.record({
    attempt,
    coi: row,
    pi_from_none: row,
    pi_from_coi: row,
    enter_pgcert: fc.option(chance, { nil: undefined }),
  });
}

const months = fc.integer({ min: 0, max: 40 });

/** Somebody on the six-month route `short` or the certain route `direct`. */
const onRoute: fc.Arbitrary<FilePerson> = fc
  .record({
    group: fc.constantFrom('a', 'b'),
    count: fc.integer({ min: 1, max: 3 }),
    role: fc.constantFrom(undefined, 'coi' as const),
    held: fc.constantFrom(undefined, 0 as const, 1 as const),
    where: fc.constantFrom(
      { route: 'short', start_in: 5, uptake: 0.7 },
      { route: 'short', elapsed: 4 },
      { route: 'short', elapsed: 2, return_in: 7 },
      { route: 'short', since_end: 3, next_start_in: 4 },
      { route: 'direct', since_end: 0 },
      { route: 'direct', start_in: 9 },
    ),
  })
  .map(({ where, ...person }) => ({ kind: 'route' as const, ...person, ...where }));

const rules = fc.record({
  leaves_in: fc.option(months, { nil: undefined }),
  pi_from: fc.option(months, { nil: undefined }),
});

const perGroup = (bands: number) =>
  fc.record({
    defer_go_on: fc.array(chance, { minLength: 2, maxLength: 2 }),
    routes: fc.record({ short: routeOf(bands), direct: routeOf(bands) }).map(({ short, direct }) => ({
      short,
      direct: { ...direct, attempt: { complete: 1, interrupt: 0, withdraw: 0 } },
    })),
  });

/** Any valid file with everything the base model does not have. */
export const extendedFile: fc.Arbitrary<ProjectionFile> = projectionFile.chain((file) => {
  const people = fc.array(fc.tuple(onRoute, rules), { maxLength: 4 });
  const mine = fc.array(rules, { minLength: file.people.length, maxLength: file.people.length });
  const [a, b] = [file.groups['a']!, file.groups['b']!];
  const spread = fc.constantFrom(undefined, 0.05, 0.3);
  return fc
    .tuple(people, mine, perGroup(a.bands.length), perGroup(b.bands.length), spread)
    .map(([routed, own, moreA, moreB, cohort_spread]) => ({
      ...file,
      pathway: {
        ...file.pathway,
        routes: {
          short: { study_months: 6, award_lag_months: 1 },
          direct: { study_months: 0, award_lag_months: 0 },
        },
      },
      groups: { a: { ...a, ...moreA }, b: { ...b, ...moreB } },
      people: [
        ...file.people.map((person, index) => ({ ...person, ...own[index]! })),
        ...routed.map(([person, rule]) => ({ ...person, ...rule })),
      ],
      cohort_spread,
    }));
});
