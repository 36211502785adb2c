import { ApiClient } from '../api-client.js';
import { type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readPages } from '../pages.js';

interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly eventTypes: readonly string[];
  readonly disabledReason?: string | null;
}

const ENDPOINTS_MAX = 10_000;

export const webhooksList: Command = {
  arguments: [],
  options: { jsonl: { type: 'boolean', help: 'print one JSON object a line' } },
  examples: ['posctl webhooks list', 'posctl webhooks list --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    printer.list(await readPages<EndpointRow>(client, '/webhooks/endpoints', {}, ENDPOINTS_MAX), [
      { title: 'STATUS', value: statusOf },
      { title: 'URL', value: ({ url }) => url },
      { title: 'EVENTS', value: ({ eventTypes }) => eventTypes.join(',') },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function statusOf({ status, disabledReason }: EndpointRow): string {
  return disabledReason == null ? status : `${status} (${disabledReason})`;
}
