import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation, type Options } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, Interrupted, type ExitCode } from '../exit-codes.js';

const NAME = 'webhooks resend';

export const webhooksResend: Command = {
  arguments: [],
  furtherArguments: '<delivery id>',
  options: {
    endpoint: { type: 'string', value: '<id>', help: 'instead of ids: the deliveries to this endpoint' },
    status: { type: 'string', value: '<status>', help: 'with --endpoint: parked (the default) or all' },
    from: { type: 'string', value: '<time>', help: 'with --endpoint: of events queued at or after' },
    to: { type: 'string', value: '<time>', help: 'with --endpoint: of events queued before' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say what would be sent again, send nothing' },
  },
  details: 'Sent under the same webhook-id: a receiver that remembers ids does nothing twice.',
  examples: [
    'posctl webhooks resend 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl webhooks resend --endpoint 0197a3c2-7b1e-7000-8000-000000000002 --status parked --from 2026-11-01T00:00:00Z --yes',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const ids = invocation.arguments;
  const endpoint = textOption(options, 'endpoint');
  if (ids.length > 0 === (endpoint !== undefined)) throw usageError(NAME, 'Give delivery ids, or --endpoint.');
  const range = rangeOf(options, endpoint);
  const connection = connectionOf(invocation);
  const what = endpoint === undefined ? `${ids.length} deliveries` : `${range.status} deliveries to ${endpoint}`;
  if (flagOption(options, 'dry-run')) {
    const wish = endpoint === undefined ? { deliveries: ids } : { endpoint, ...range };
    printer.result({ dryRun: true, ...wish }, () => [`To be sent again: ${what}.`]);
    return EXIT.done;
  }
  if (endpoint !== undefined) await confirm(invocation, `Send ${what} again?`);
  const client = new ApiClient(connection, signal);
  try {
    const queued =
      endpoint === undefined ? await resendEach(client, ids, signal) : await resendRange(client, endpoint, range);
    printer.result({ queued }, () => [`${queued} to be sent again; see \`posctl webhooks deliveries\`.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

interface Range {
  readonly status: string;
  readonly from?: string;
  readonly to?: string;
}

function rangeOf(options: Options, endpoint: string | undefined): Range {
  const [status, from, to] = ['status', 'from', 'to'].map((name) => textOption(options, name));
  const isRange = status !== undefined || from !== undefined || to !== undefined;
  if (isRange && endpoint === undefined) throw usageError(NAME, '--status, --from and --to go with --endpoint.');
  if (status !== undefined && status !== 'parked' && status !== 'all')
    throw usageError(NAME, '--status takes parked or all.');
  return {
    status: status ?? 'parked',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function resendEach(client: ApiClient, ids: readonly string[], signal: AbortSignal): Promise<number> {
  for (const id of ids) {
    if (signal.aborted) throw new Interrupted('What was asked for before is sent; giving all ids again is harmless.');
    await client.json({
      method: 'POST',
      path: `/webhooks/deliveries/${encodeURIComponent(id)}/replay`,
      idempotencyKey: `webhooks-resend-${randomUUID()}`,
    });
  }
  return ids.length;
}

async function resendRange(client: ApiClient, endpoint: string, range: Range): Promise<number> {
  const { queued } = await client.json<{ queued: number }>({
    method: 'POST',
    path: `/webhooks/endpoints/${encodeURIComponent(endpoint)}/replay`,
    body: JSON.stringify(range),
    idempotencyKey: `webhooks-resend-${randomUUID()}`,
  });
  return queued;
}
