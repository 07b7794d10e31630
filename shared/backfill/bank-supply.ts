import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { allocate } from '../core/allocate.ts';
import { staffGroups, type StaffGroup } from '../staff/staff.ts';

/** What the bank has of one staff group: minutes a week from each date on; `null` is not known, which limits nobody. */
export const bankSupplySchema = z.strictObject({
  staffGroup: z.enum(staffGroups),
  steps: z
    .array(
      z.strictObject({
        from: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
        minutesPerWeek: z.int().min(0).max(60_000_000).nullable(),
      }),
    )
    .max(60)
    .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, {
      error: 'Each date can have one supply.',
    }),
});

export type BankSupply = z.output<typeof bankSupplySchema>;

/** What one team asks the bank for in one week. */
export type BankAsk = {
  readonly teamId: string;
  /** Group of the staff it needs; `null` is not known, and then no supply limits it. */
  readonly staffGroup: StaffGroup | null;
  readonly monday: PlainDate;
  readonly minutes: number;
  /** Minutes the bank has given it already. */
  readonly booked?: number;
};

/** A week in which the bank has less than all teams ask for; minutes. */
export type BankShortage = {
  readonly staffGroup: StaffGroup;
  readonly monday: PlainDate;
  readonly asked: number;
  readonly supply: number;
};

/** Minutes of a staff group in the week of a Monday; `null` is not known. */
export function supplyOn(
  supplies: readonly BankSupply[],
  staffGroup: StaffGroup | null,
  monday: PlainDate,
): number | null {
  const steps = supplies.find((supply) => supply.staffGroup === staffGroup)?.steps ?? [];
  const begun = steps.filter(({ from }) => from <= monday);
  const last = begun.reduce<(typeof steps)[number] | null>(
    (latest, step) => (latest === null || step.from > latest.from ? step : latest),
    null,
  );
  return last?.minutesPerWeek ?? null;
}

export type BankShares = {
  /** Minutes given by team and Monday, in the weeks where the bank has too few; the others have all they ask for. */
  readonly limits: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly shortages: readonly BankShortage[];
};

/**
 * One bank for many teams: where all asks of a week exceed the supply, every ask is cut in proportion, in whole minutes
 * by largest remainder. Never more than the supply less what is booked, never more than an ask; ties go to the earlier
 * ask.
 */
export function shareBank(asks: readonly BankAsk[], supplies: readonly BankSupply[]): BankShares {
  const groups = new Map<string, BankAsk[]>();
  for (const ask of asks) {
    const key = `${ask.monday} ${ask.staffGroup}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ask]);
    else group.push(ask);
  }
  const limits = new Map<string, Record<string, number>>();
  const shortages: BankShortage[] = [];
  for (const [first, ...rest] of groups.values()) {
    if (first === undefined || first.staffGroup === null) continue;
    const { staffGroup, monday } = first;
    const own = [first, ...rest];
    const supply = supplyOn(supplies, staffGroup, monday);
    const asked = own.reduce((sum, { minutes }) => sum + minutes, 0);
    const booked = own.reduce((sum, ask) => sum + (ask.booked ?? 0), 0);
    if (supply === null || asked === 0 || asked + booked <= supply) continue;
    shortages.push({ staffGroup, monday, asked: asked + booked, supply });
    const given = allocate(
      Math.max(0, supply - booked),
      own.map(({ minutes }) => minutes),
    );
    own.forEach(({ teamId }, at) => {
      const weeks = limits.get(teamId) ?? {};
      weeks[monday] = given[at] ?? 0;
      limits.set(teamId, weeks);
    });
  }
  return { limits, shortages };
}
