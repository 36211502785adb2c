import type { ServerResponse } from 'node:http';
import { Router } from 'express';
import type { HealthPart } from '../tokens.js';

/** Measurements in the text form of Prometheus; a registry of prom-client is one. */
export interface MetricsText {
  readonly contentType: string;
  metrics(): Promise<string>;
}

export interface HealthSettings {
  readonly isStopping: () => boolean;
  readonly pool: { query(text: string): Promise<unknown> };
  /** What else the service works with; none of it makes the service unready. */
  readonly parts: readonly HealthPart[];
  readonly release: string | undefined;
  /** Absent: the metrics have a port of their own. */
  readonly metrics: MetricsText | undefined;
}

const ASK_TIMEOUT_MS = 1_500;
const PART_TIMEOUT_MS = 1_000;

/** `/healthz`: the process lives. `/readyz`: it can serve, for which only PostgreSQL is needed (GUARANTEES G12). `/metrics`. */
export function healthRoutes(settings: HealthSettings): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', ...(settings.release === undefined ? {} : { release: settings.release }) });
  });
  router.get('/readyz', async (_request, response) => {
    const parts = await statesOf(settings);
    const { postgres } = parts;
    const ready = postgres === 'up' && !settings.isStopping();
    if (!ready) response.setHeader('Retry-After', '1');
    response
      .status(ready ? 200 : 503)
      .json({ status: settings.isStopping() ? 'stopping' : ready ? 'ready' : 'down', parts });
  });
  const { metrics } = settings;
  if (metrics !== undefined) router.get('/metrics', (_request, response) => showMetrics(metrics, response));
  return router;
}

/** Answers with the measurements in the text form of Prometheus. */
export async function showMetrics(registry: MetricsText, response: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  response.setHeader('Content-Type', registry.contentType);
  response.end(text);
}

/** All at once. PostgreSQL comes first, whatever else is there. */
async function statesOf({ pool, parts }: HealthSettings): Promise<Readonly<Record<string, string>>> {
  const asked = [
    { name: 'postgres', state: within(ASK_TIMEOUT_MS, stateOf(pool)) },
    ...parts.map((part) => ({ name: part.name, state: within(PART_TIMEOUT_MS, part.state()) })),
  ];
  return Object.fromEntries(await Promise.all(asked.map(async ({ name, state }) => [name, await state] as const)));
}

async function stateOf(pool: HealthSettings['pool']): Promise<string> {
  await pool.query('select 1');
  return 'up';
}

/** The answer, or `down` where it is late or fails; why, the part's own log lines say. */
async function within(timeoutMs: number, state: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('down'), timeoutMs);
  });
  const asked = state.catch(() => 'down');
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
