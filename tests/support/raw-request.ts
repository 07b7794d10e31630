import { request, type OutgoingHttpHeaders } from 'node:http';

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A request exactly as written: `fetch` sets Host and refuses some paths and headers. */
export function rawRequest(
  url: string,
  options: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: OutgoingHttpHeaders;
    readonly body?: string;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: options.path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          const headers = new Headers(
            Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          );
          resolve({ status: answer.statusCode ?? 0, headers, text });
        });
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}
