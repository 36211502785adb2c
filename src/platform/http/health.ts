import type { ServerResponse } from 'node:http';
import { Router } from 'express';

/** Measurements in the text form of Prometheus; a registry of prom-client is one. */
export interface MetricsText {
  readonly contentType: string;
  metrics(): Promise<string>;
}

export interface HealthSettings {
  readonly isStopping: () => boolean;
  readonly pool: { query(text: string): Promise<unknown> };
  readonly release: string | undefined;
  /** Absent: the metrics have a port of their own. */
  readonly metrics: MetricsText | undefined;
}

const ASK_TIMEOUT_MS = 1_500;

/** `/healthz`: the process lives. `/readyz`: it can serve, for which only PostgreSQL is needed (GUARANTEES G12). `/metrics`. */
export function healthRoutes(settings: HealthSettings): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', ...(settings.release === undefined ? {} : { release: settings.release }) });
  });
  router.get('/readyz', async (_request, response) => {
    const postgres = (await answers(settings.pool)) ? 'up' : 'down';
    const ready = postgres === 'up' && !settings.isStopping();
    if (!ready) response.setHeader('Retry-After', '1');
    response
      .status(ready ? 200 : 503)
      .json({ status: settings.isStopping() ? 'stopping' : ready ? 'ready' : 'down', parts: { postgres } });
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

async function answers(pool: HealthSettings['pool']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ASK_TIMEOUT_MS);
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false, // why it is down, the pool's own log line says
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
