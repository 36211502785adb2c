import { ApiClient } from '../api-client.js';
import { countOption } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readPages } from '../pages.js';

interface DeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly eventType: string;
  readonly status: string;
  readonly tries: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: string;
}

const NAME = 'webhooks deliveries';
const LIMIT = { default: 50, max: 100_000 };

export const webhooksDeliveries: Command = {
  arguments: [],
  options: {
    endpoint: { type: 'string', value: '<id>', help: 'only to this endpoint' },
    status: { type: 'string', value: '<status>', help: 'pending, delivered, parked or cancelled' },
    limit: { type: 'string', value: '<n>', help: `how many at most; else ${LIMIT.default}` },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  details: 'Newest first. A parked delivery has failed for good; `posctl webhooks resend` sends it again.',
  examples: ['posctl webhooks deliveries --status parked', 'posctl webhooks deliveries --limit 1000 --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const limit = countOption(NAME, options, 'limit', LIMIT);
  const filters = { endpointId: textOption(options, 'endpoint'), status: textOption(options, 'status') };
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    printer.list(await readPages<DeliveryRow>(client, '/webhooks/deliveries', filters, limit), [
      { title: 'CREATED', value: ({ createdAt }) => createdAt },
      { title: 'EVENT', value: ({ eventType }) => eventType },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'TRIES', alignRight: true, value: ({ tries }) => String(tries) },
      { title: 'LAST ANSWER', value: lastAnswerOf },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lastAnswerOf({ lastStatus, lastError }: DeliveryRow): string {
  return lastError ?? (lastStatus === null ? '' : String(lastStatus));
}
