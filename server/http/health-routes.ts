import { statfs } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { answersWithin } from '../db/database.ts';
import type { Edge } from './edge.ts';

/** `/livez`: this process answers. `/readyz`: it can also serve, or it says which part cannot. */
export function healthRoutes(app: FastifyInstance, edge: Edge): void {
  app.get('/livez', () => ({ live: true }));

  app.get('/readyz', async (_request, reply) => {
    const house = edge.house();
    const database = house !== null && (await answersWithin(house.database, 500));
    const disk = await hasRoom(edge.config.dataDir);
    const ready = database && disk;
    if (!ready) reply.code(503).header('retry-after', '2');
    return { ready, database, disk };
  });
}

/** At least a tenth of the disk is free; a folder that is not there yet says nothing against it. */
async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, blocks } = await statfs(folder);
    return bavail * 10 >= blocks;
  } catch {
    return true;
  }
}
