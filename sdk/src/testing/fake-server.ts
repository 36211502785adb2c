/** A server as tests want it: answers by a function, and remembers what came. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: ReturnType<typeof JSON.parse>;
  readonly signal: AbortSignal | null;
}

export type Answering = (asked: Asked, count: number) => Response | Promise<Response>;

/** A `fetch` that is answered here. What the function throws is a network that failed. */
export function fakeServer(answering: Answering): { readonly fetch: typeof fetch; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const fetching = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const one: Asked = { method: init.method ?? 'GET', url, headers, body, signal: init.signal ?? null };
    asked.push(one);
    return await answering(one, asked.length);
  };
  return { fetch: fetching, asked };
}

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** A refusal as the service writes it. */
export function refusal(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = { type: 'x', title: code, status, code, instance: '/', traceId: '0', detail: 'Do it otherwise.' };
  const type = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  return json(status, body, { ...type, ...headers });
}
