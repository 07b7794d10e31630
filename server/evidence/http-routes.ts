import { z } from 'zod';
import type { FeatureRoutes } from '../http/feature-routes.ts';
import { documentFormats, documentTypes } from '../reports/render-document.ts';
import { Refused } from '../trpc/errors.ts';
import { exportPack } from './export-pack.ts';

const params = z.object({ id: z.uuid(), format: z.enum(documentFormats) });

/** A frozen pack as a file. */
export function evidenceRoutes(): FeatureRoutes {
  return (app, door) => {
    app.get('/api/evidence/:id/pack.:format', async (request, reply) => {
      const ctx = await door.authorise(request, 'http:evidence.export');
      const asked = params.safeParse(request.params);
      if (!asked.success) throw new Refused({ code: 'not-found', message: 'There is no such pack.' });
      const made = await exportPack(ctx, asked.data.id, asked.data.format);
      if (!made.ok) throw new Refused(made.error);
      return reply
        .type(documentTypes[asked.data.format])
        .header('content-disposition', `attachment; filename="${made.value.name}"`)
        .send(Buffer.from(made.value.bytes));
    });
  };
}
