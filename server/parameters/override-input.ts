import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { overrideSchema } from '../../shared/parameters/override.ts';

const words = z.string().trim().min(1).max(500);

/** A row with the version the page showed. */
export const knownRow = z.strictObject({ id: z.uuid(), version: z.int().positive() });

/** An own value as typed, with its owner, when it is looked at again, and why. */
export const wantedOverride = overrideSchema.extend({
  reviewOn: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  beforePublished: z.boolean(),
  owner: words,
  note: words,
});

/** A new own value, or a correction of one that is in force. */
export const saveOverrideInput = z.strictObject({ known: knownRow.nullable(), override: wantedOverride });

/** The set with and without one own value; `replaces` leaves out the one it would take the place of. */
export const previewInput = z.strictObject({
  replaces: z.uuid().nullable(),
  override: overrideSchema,
});
