import { z } from 'zod';
import { bands } from '../pay/bands.ts';
import { hourKinds } from '../pay/enhanced-hours.ts';
import { highCostAreas } from '../pay/high-cost-area.ts';
import { plainHours, type HourTerms } from '../pay/hour-terms.ts';
import { boughtRungs } from '../pay/rungs.ts';

const share = z.int().min(0).max(10_000);
const weeks = z.int().min(0).max(104);

/** Grades whose released time is bought in programmed activities, by their ESR pay scale. */
export const medicalGrades = ['YC72', 'MC70', 'MC75'] as const;

/**
 * How one team covers release beyond its headroom. What the learner does in own time is no absence; what the team
 * absorbs stays open by choice; each rung then fills its share of what is still open when its turn comes. Agency is
 * off unless it is among the rungs.
 */
export const coverPolicySchema = z
  .strictObject({
    ownTimeBp: share,
    /** Share of the rest that the team absorbs; `null` leaves the share of the team sheet, or the default. */
    absorbedBp: share.nullable(),
    rungs: z
      .array(
        z.strictObject({
          rung: z.enum(boughtRungs),
          /** Share of what is still open that this rung fills; of planned bank, the share it is asked for. */
          shareBp: share,
          /** Pence an hour typed by the trust, over the rate worked out; `null` works it out. */
          pence: z.int().min(1).max(1_000_000).nullable(),
        }),
      )
      .max(boughtRungs.length)
      .refine((all) => new Set(all.map(({ rung }) => rung)).size === all.length, {
        error: 'Each rung can be used once.',
      }),
    /** Share of what planned bank is asked for that it fills, with at least so many weeks' notice. */
    fillByNotice: z
      .array(z.strictObject({ weeks, fillBp: share }))
      .max(12)
      .refine((all) => new Set(all.map((step) => step.weeks)).size === all.length, {
        error: 'Each notice can have one fill.',
      }),
    /** Weeks from the data day in which nothing bought is in place yet. */
    lagWeeks: weeks,
    /** Chance that an hour not booked before the roster is approved is found late; `null` is not known. */
    lateChanceBp: share.nullable(),
    /** Bands acted up through, highest first: '7', '6' is a Band 6 acting as a Band 7. */
    actingUp: z.array(z.enum(bands)).max(4),
    medicalGrade: z.enum(medicalGrades).nullable(),
    /** Length of a shift that is bought, and its band; `null` leaves those of the team sheet. */
    shiftMinutes: z.int().min(30).max(1_440).nullable(),
    coverBand: z.enum(bands).nullable(),
    /** Where the cover works, for the supplement its rates carry; `null` is no high cost area. */
    highCostArea: z.enum(highCostAreas).nullable(),
    /** When it works, for the unsocial hours its rates carry: shares by what an hour is paid at. */
    hoursByKind: z
      .strictObject({ plain: share, 'saturday-or-night': share, 'sunday-or-bank-holiday': share })
      .refine((hours) => hourKinds.reduce((sum, kind) => sum + hours[kind], 0) === 10_000, {
        error: 'The shares of hours by day, night and Sunday add up to 100%.',
      }),
  })
  .refine(({ actingUp }) => actingUp.every((band, at) => at === 0 || rank(band) < rank(actingUp[at - 1])), {
    error: 'Acting up goes from the highest band down.',
    path: ['actingUp'],
  });

export type CoverPolicy = z.output<typeof coverPolicySchema>;

export type PolicyRung = CoverPolicy['rungs'][number];

function rank(band: (typeof bands)[number] | undefined): number {
  return band === undefined ? -1 : bands.indexOf(band);
}

/** The policy a team starts from when it writes its first: the bank alone, as without a policy. */
export const bankOnlyPolicy: CoverPolicy = {
  ownTimeBp: 0,
  absorbedBp: null,
  rungs: [{ rung: 'planned-bank', shareBp: 10_000, pence: null }],
  fillByNotice: [],
  lagWeeks: 0,
  lateChanceBp: null,
  actingUp: [],
  medicalGrade: null,
  shiftMinutes: null,
  coverBand: null,
  highCostArea: null,
  hoursByKind: plainHours,
};

/** Where and when a policy's hours are worked, as their rates take it. */
export function termsOf({ highCostArea, hoursByKind }: CoverPolicy): HourTerms {
  return { area: highCostArea, hours: hoursByKind };
}
