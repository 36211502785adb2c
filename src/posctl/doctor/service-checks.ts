import { ApiClient, type ApiAnswer } from '../api-client.js';
import type { Connection } from '../environment.js';
import type { SinkStatus } from '../outbox/sink-status.js';
import { fail, ok, warn, type Finding } from './finding.js';
import { checkMoney } from './money-checks.js';

/** Asks the running service whether it can serve, and whether it lets this key in. */
export async function checkService(connection: Connection, signal: AbortSignal): Promise<Finding[]> {
  const client = new ApiClient(connection, signal);
  try {
    const ready = await client.probe('/readyz');
    const money = await checkMoney(client, new Date());
    return [
      readiness(connection, ready),
      ...parts(ready),
      await access(client),
      ...(await deadLetters(client)),
      ...money,
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return [
      fail('service', `${connection.baseUrl} does not answer: ${reason}`, 'Start it (`make run`), or correct POS_URL.'),
    ];
  } finally {
    client.close();
  }
}

function readiness({ baseUrl }: Connection, { status, body }: ApiAnswer): Finding {
  if (status === 200) return ok('service', `${baseUrl} is ready`);
  return fail('service', `${baseUrl} is not ready (${status}): ${body.slice(0, 300)}`, 'See to what it names as down.');
}

/** Everything but PostgreSQL may be away without a sale being lost: a warning each. */
function parts({ body }: ApiAnswer): Finding[] {
  const others = Object.entries(partsIn(body)).filter(([name]) => name !== 'postgres');
  return others.map(([name, state]) =>
    state === 'down'
      ? warn(
          name,
          `the service cannot reach ${name}; it goes on without`,
          `See to ${name}, and the service's settings for it.`,
        )
      : ok(name, `the service says: ${String(state)}`),
  );
}

function partsIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const { parts: named } = JSON.parse(body) as { parts?: Record<string, unknown> };
    return named ?? {};
  } catch {
    return {}; // no answer of ours: a proxy's page, which the status tells about
  }
}

async function access(client: ApiClient): Promise<Finding> {
  const { status } = await client.probe(client.tenantPath('/outlets?limit=1'));
  if (status === 200) return ok('API key', 'is accepted for the tenant');
  if (status === 401)
    return fail('API key', 'is not accepted', 'Make one with `posctl api-keys create` and set POS_API_KEY.');
  if (status === 403) return ok('API key', 'is accepted, but may not read outlets');
  if (status === 404)
    return fail('API key', 'is not of this tenant, or there is no such tenant', 'Correct POS_TENANT or POS_API_KEY.');
  return fail('API key', `the service answered ${status}`, 'See the log of the service.');
}

/** Events that were given up wait for somebody: the service does nothing more about them by itself. */
async function deadLetters(client: ApiClient): Promise<Finding[]> {
  const { status, body } = await client.probe(client.tenantPath('/outbox/status'));
  if (status !== 200) return []; // the key may not look, which is no illness
  const { sinks } = JSON.parse(body) as { sinks: readonly SinkStatus[] };
  const given = sinks.filter((sink) => sink.deadLetters > 0);
  if (given.length === 0) return [ok('dead letters', 'no event was given up')];
  const counts = given.map((sink) => `${sink.deadLetters} for ${sink.name}`).join(', ');
  const fix = 'See why with `posctl outbox redrive --all --dry-run`, mend that, then leave out --dry-run.';
  return [warn('dead letters', `events were given up: ${counts}`, fix)];
}
