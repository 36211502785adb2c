import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface SentTest {
  readonly id: string;
  readonly eventType: string;
}

export const webhooksTrigger: Command = {
  arguments: ['<endpoint id>'],
  options: {
    type: { type: 'string', value: '<event type>', help: 'send an example of this type; else a plain test event' },
  },
  details:
    'The service sends an event that did not happen, marked as a test, to one endpoint. See what came of it in the deliveries.',
  examples: [
    'posctl webhooks trigger 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl webhooks trigger 0197a3c2-7b1e-7000-8000-000000000001 --type pos.order.completed',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const type = textOption(options, 'type');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const sent = await client.json<SentTest>({
      method: 'POST',
      path: `/webhooks/endpoints/${encodeURIComponent(id)}/test`,
      body: JSON.stringify(type === undefined ? {} : { type }),
      idempotencyKey: `webhooks-trigger-${randomUUID()}`,
    });
    printer.result(sent, () => [`A test of ${sent.eventType} is on its way: delivery ${sent.id}.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
