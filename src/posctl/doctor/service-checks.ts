import { ApiClient, type ApiAnswer } from '../api-client.js';
import type { Connection } from '../environment.js';
import { fail, ok, type Finding } from './finding.js';

/** Asks the running service whether it can serve, and whether it lets this key in. */
export async function checkService(connection: Connection, signal: AbortSignal): Promise<Finding[]> {
  const client = new ApiClient(connection, signal);
  try {
    const ready = await client.probe('/readyz');
    return [readiness(connection, ready), await access(client)];
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
