import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { SetupError } from '../config/setup-error.ts';
import { codeOf } from '../db/database-faults.ts';

/** Begins to listen. @returns the address to open in a browser. @throws SetupError when it cannot listen there. */
export async function listen(app: FastifyInstance, config: Config): Promise<string> {
  const { host, port } = config;
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw inWords(error, host, port);
  }
  const { port: actual } = app.server.address() as AddressInfo;
  return config.publicUrl ?? `http://${nameOf(host)}:${actual}`;
}

function inWords(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new SetupError(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES')
    return new SetupError(`Port ${port} needs more rights. Choose one above 1023: PORT=8080 npm start`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new SetupError(
      `HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for every address.`,
    );
  }
  return error;
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

const patienceMs = 8_000;

/**
 * Stops accepting, lets requests under way finish for eight seconds, then ends every connection. A connection that a
 * browser keeps open is ended as soon as its answer is out.
 */
export async function stopListening(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  const limit = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(limit);
  }
}
