import { ApiClient } from '../api-client.js';
import { type Command, type Invocation } from '../command.js';
import { connectionOf, environmentOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { durationText } from '../progress.js';
import type { SinkStatus } from '../outbox/sink-status.js';

export const outboxStatus: Command = {
  arguments: [],
  options: { jsonl: { type: 'boolean', help: 'print one JSON object a line' } },
  details: [
    'One line for each way out of events: how many wait, how old the oldest is, how many orders and the like wait for an event',
    'that cannot be delivered, and how many events were given up. Of the tenant of POS_API_KEY; where no key is set but',
    'DATABASE_URL is, of all tenants, from the database.',
  ].join('\n'),
  examples: ['posctl outbox status', 'DATABASE_URL=postgres://owner@db:5432/pos posctl outbox status --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer } = invocation;
  printer.list(await statusOf(invocation), [
    { title: 'SINK', value: ({ name }) => name },
    { title: 'BEHIND', alignRight: true, value: ({ behind }) => String(behind) },
    { title: 'OLDEST', alignRight: true, value: ({ oldestSeconds }) => durationText(Math.round(oldestSeconds)) },
    { title: 'BLOCKED', alignRight: true, value: ({ blocked }) => String(blocked) },
    { title: 'DEAD LETTERS', alignRight: true, value: ({ deadLetters }) => String(deadLetters) },
  ]);
  return EXIT.done;
}

async function statusOf(invocation: Invocation): Promise<readonly SinkStatus[]> {
  const environment = environmentOf(invocation);
  const { DATABASE_URL: databaseUrl = '', POS_API_KEY: apiKey = '' } = environment;
  if (apiKey === '' && databaseUrl !== '') return ofAllTenants(environment['DATABASE_WORKER_URL'], databaseUrl);
  const client = new ApiClient(connectionOf(invocation), invocation.signal);
  try {
    const { sinks } = await client.json<{ sinks: SinkStatus[] }>({ method: 'GET', path: '/outbox/status' });
    return sinks;
  } finally {
    client.close();
  }
}

async function ofAllTenants(workerUrl: string | undefined, ownerUrl: string): Promise<SinkStatus[]> {
  const [{ withDatabase }, { platformStatus }, { workerUrlFrom }] = await Promise.all([
    import('../database.js'),
    import('../outbox/platform-status.js'),
    import('../../platform/postgres/roles.js'),
  ]);
  return withDatabase(workerUrl ?? workerUrlFrom(ownerUrl), platformStatus);
}
