import { routes } from '../../programmes/routes.ts';
import { staffGroups } from '../../staff/staff.ts';
import { nationalRatioOf, type Belief, type Beliefs, type RouteBeliefs } from '../beliefs.ts';
import { placesShipped } from './lattice.ts';

/** One rate that may be uncertain, called the same in every scenario. */
export type Dimension = {
  /** 'pi-from-coi-2', 'leave:Medical and Dental'; stages and qualifications count from 1. */
  readonly id: string;
  readonly belief: Belief;
  /** Its place in the lattice: a name has the same one whatever else is asked about, so that scenarios share draws. */
  readonly slot: number;
};

/**
 * The order of the lattice's places, the best spread first: by how far each rate moves the PIs in post, as the tornado
 * of one trust had it (model.md 4.5). Fixed, since scenarios share draws only while every name keeps its place.
 */
const slotOrder: readonly string[] = [
  'pi-role-loss',
  'pi-from-coi-1',
  'pi-from-coi-2',
  'pi-from-coi-3',
  'ratio:Nursing and Midwifery Registered',
  'leave:Nursing and Midwifery Registered',
  'pi-return',
  'coi-1',
  'pi-from-none-3',
  'go-on-1',
  'pi-from-none-2',
  'go-on-2',
  'pi-from-none-1',
  'ratio:Allied Health Professionals',
  'leave:Allied Health Professionals',
  'coi-2',
  'ratio:Healthcare Scientists',
  'leave:Healthcare Scientists',
  'withdraw-1',
  'withdraw-2',
  'withdraw-3',
  'ratio:Add Prof Scientific and Technic',
  'leave:Add Prof Scientific and Technic',
  'ratio:Medical and Dental',
  'leave:Medical and Dental',
  'coi-3',
  'return',
  'interrupt-1',
  'interrupt-2',
  'interrupt-3',
  'ratio:Additional Clinical Services',
  'leave:Additional Clinical Services',
  'ratio:Administrative and Clerical',
  'leave:Administrative and Clerical',
  'ratio:Estates and Ancillary',
  'leave:Estates and Ancillary',
  'ratio:Students',
  'leave:Students',
];
const slotByName: ReadonlyMap<string, number> = new Map(slotOrder.map((id, slot) => [id, slot]));
const knownGroups: ReadonlySet<string> = new Set(staffGroups);
const otherRoutes = routes.filter((route) => route !== 'framework');

function byStages(name: string, list: readonly Belief[]): [string, Belief][] {
  return list.map((belief, index) => [`${name}-${index + 1}`, belief]);
}

function otherGroups(groups: Beliefs['groups']): string[] {
  return Object.keys(groups)
    .filter((name) => !knownGroups.has(name))
    .sort();
}

/**
 * The place of what not every trust has, counted from 0. Past the shipped vectors the places of the least important
 * rates are used again, moved on by a step.
 */
function placeAfterGroups(index: number, { groups }: Pick<Beliefs, 'groups'>): number {
  const place = slotOrder.length + 2 * otherGroups(groups).length + index;
  if (place < placesShipped) return place;
  return placesShipped + slotOrder.length - 1 - ((place - placesShipped) % slotOrder.length);
}

/** Cohorts with a place of their own before the routes; more of them come after these. */
const firstCohorts = 12;

/** Routes by how much a rate of theirs moves the count, as the stages have it: roles before the course. */
const routeSlots: readonly string[] = [
  'pi-from-coi',
  'coi',
  'pi-from-none',
  'withdraw',
  'interrupt',
  'enter-pgcert',
].flatMap((rate) => otherRoutes.map((route) => `route-${rate}:${route}`));

/** The place of a cohort, the one that began first being 0. */
export function cohortSlot(rank: number, beliefs: Pick<Beliefs, 'groups'>): number {
  const index = rank < firstCohorts ? 1 + rank : 1 + rank + routeSlots.length;
  return placeAfterGroups(index, beliefs);
}

/** Routes that nobody has heard of come after all others, by name. */
function routeDimensions(beliefs: Beliefs): Dimension[] {
  const names = Object.keys(beliefs.routes ?? {}).sort();
  const last = 1 + firstCohorts + routeSlots.length;
  return names.flatMap((name, index) => {
    const of = (rate: string, belief: Belief, nth: number): Dimension => {
      const id = `route-${rate}:${name}`;
      const known = routeSlots.indexOf(id);
      const place = known < 0 ? last + 6 * index + nth : 1 + firstCohorts + known;
      return { id, belief, slot: placeAfterGroups(place, beliefs) };
    };
    const route: RouteBeliefs | undefined = beliefs.routes?.[name];
    if (route === undefined) return [];
    const { coi, piFromNone, piFromCoi, withdraw, interrupt, enterPgcert } = route;
    return [
      of('pi-from-coi', piFromCoi, 0),
      of('coi', coi, 1),
      of('pi-from-none', piFromNone, 2),
      of('withdraw', withdraw, 3),
      of('interrupt', interrupt, 4),
      ...(enterPgcert === undefined ? [] : [of('enter-pgcert', enterPgcert, 5)]),
    ];
  });
}

function nationalDimensions(beliefs: Beliefs): Dimension[] {
  const belief = nationalRatioOf(beliefs);
  return belief === null ? [] : [{ id: 'national', belief, slot: placeAfterGroups(0, beliefs) }];
}

/** Groups that are no staff group of ESR come after all others, by name. */
function groupDimensions(groups: Beliefs['groups']): Dimension[] {
  const after = new Map(otherGroups(groups).map((name, index) => [name, slotOrder.length + 2 * index]));
  return Object.entries(groups).flatMap(([name, { professionRatio, leaveYearly }]) => {
    const last = after.get(name) ?? 0;
    const [ratio, leave] = [`ratio:${name}`, `leave:${name}`];
    return [
      { id: ratio, belief: professionRatio, slot: slotByName.get(ratio) ?? last },
      { id: leave, belief: leaveYearly, slot: slotByName.get(leave) ?? last + 1 },
    ];
  });
}

/** Every rate of the beliefs, the certain ones included, in the order of the lattice. */
export function dimensionsOf(beliefs: Beliefs): Dimension[] {
  const shared: [string, Belief][] = [
    ...byStages('withdraw', beliefs.withdraw),
    ...byStages('interrupt', beliefs.interrupt),
    ['return', beliefs.returnAfterInterruption],
    ...byStages('go-on', beliefs.goOn),
    ...byStages('coi', beliefs.coi),
    ...byStages('pi-from-none', beliefs.piFromNone),
    ...byStages('pi-from-coi', beliefs.piFromCoi),
    ['pi-role-loss', beliefs.piRoleLossYearly],
    ['pi-return', beliefs.piReturnYearly],
  ];
  const dimensions = shared.map(([id, belief]) => ({ id, belief, slot: slotByName.get(id) ?? 0 }));
  return [
    ...dimensions,
    ...groupDimensions(beliefs.groups),
    ...nationalDimensions(beliefs),
    ...routeDimensions(beliefs),
  ].sort((a, b) => a.slot - b.slot);
}
