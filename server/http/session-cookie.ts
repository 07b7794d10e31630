import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';

export type SessionCookie = {
  readonly name: string;
  readonly read: (request: FastifyRequest) => string | null;
  readonly set: (reply: FastifyReply, token: string) => void;
  readonly clear: (reply: FastifyReply) => void;
};

/** Tokens are 43 characters of base64url: anything else is not looked up. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * The cookie that carries a session's token. On https it is `__Host-sid`: browsers then take it from this host alone,
 * with Secure and for every path. On plain http that name is refused by browsers, so it is `sid`.
 */
export function sessionCookie(config: Pick<Config, 'publicUrl'>): SessionCookie {
  const secure = isHttps(config);
  const name = secure ? '__Host-sid' : 'sid';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    name,
    read: (request) => {
      const token = request.cookies[name];
      return token !== undefined && tokenShape.test(token) ? token : null;
    },
    set: (reply, token) => void reply.setCookie(name, token, options),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}

export function isHttps(config: Pick<Config, 'publicUrl'>): boolean {
  return config.publicUrl?.startsWith('https:') ?? false;
}
