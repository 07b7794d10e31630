import type { FastifyRequest } from 'fastify';
import type { FeatureRoutes } from '../http/feature-routes.ts';
import { Refused } from '../trpc/errors.ts';
import { deadlineCalendar } from './deadline-calendar.ts';

/** The address that links in the calendar lead to: the public one where it is set, else the one asked at. */
function addressOf(publicUrl: string | null, { protocol, host }: FastifyRequest): string {
  return (publicUrl ?? `${protocol}://${host}`).replace(/\/$/, '');
}

/** The deadlines as a calendar file, for whoever is signed in. */
export function learnerRoutes(publicUrl: string | null): FeatureRoutes {
  return (app, door) => {
    app.get('/api/learners/deadlines.ics', async (request, reply) => {
      const ctx = await door.authorise(request, 'http:learners.calendar');
      const made = await deadlineCalendar(ctx, addressOf(publicUrl, request));
      if (!made.ok) throw new Refused(made.error);
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="deadlines.ics"')
        .send(made.value);
    });
  };
}
