import { staffGroups } from '../../staff/staff.ts';
import type { Belief, Beliefs } from '../beliefs.ts';

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

function byStages(name: string, list: readonly Belief[]): [string, Belief][] {
  return list.map((belief, index) => [`${name}-${index + 1}`, belief]);
}

/** Groups that are no staff group of ESR come after all others, by name. */
function groupDimensions(groups: Beliefs['groups']): Dimension[] {
  const others = Object.keys(groups)
    .filter((name) => !knownGroups.has(name))
    .sort();
  const after = new Map(others.map((name, index) => [name, slotOrder.length + 2 * index]));
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
  return [...dimensions, ...groupDimensions(beliefs.groups)].sort((a, b) => a.slot - b.slot);
}
