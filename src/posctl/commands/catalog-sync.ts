import { randomUUID } from 'node:crypto';
import { ApiClient, pause } from '../api-client.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { ProgressDisplay } from '../progress.js';

/** A run as the service shows it. */
interface SyncRun {
  readonly id: string;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly mode: string;
  readonly fromRevision: string | null;
  readonly toRevision: string | null;
  readonly fetched: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly rejected: number;
  readonly errors: readonly SyncError[];
  readonly failure: string | null;
}

interface SyncError {
  readonly number: number;
  readonly sku: string | null;
  readonly member: string | null;
  readonly message: string;
}

const LOOK_EVERY_MS = 250;
const SHOWN_MAX = 20;

export const catalogSync: Command = {
  arguments: [],
  options: {
    full: { type: 'boolean', help: 'fetch everything, and delete what the source does not have any more' },
    'no-wait': { type: 'boolean', help: 'start it and do not wait for its end' },
  },
  details: [
    'Fetches from the source of the catalogue what has changed since the last run. Running it again is harmless.',
    'Items that are bad are listed and left out, the others go in: exit code 3.',
  ].join('\n'),
  examples: ['posctl catalog sync', 'posctl catalog sync --full --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const started = await client.json<SyncRun>({
      method: 'POST',
      path: '/catalog/syncs',
      body: JSON.stringify(flagOption(options, 'full') ? { mode: 'full' } : {}),
      idempotencyKey: `posctl-${randomUUID()}`,
    });
    if (flagOption(options, 'no-wait')) {
      printer.result(started, () => [`Sync ${started.id} (${started.mode}) is running.`]);
      return EXIT.done;
    }
    return report(invocation, await follow(client, started, invocation));
  } finally {
    client.close();
  }
}

async function follow(client: ApiClient, started: SyncRun, { printer, signal }: Invocation): Promise<SyncRun> {
  let sync = started;
  const display = new ProgressDisplay(printer, 'items', () => ({ done: sync.fetched, total: undefined }));
  try {
    while (sync.status === 'running') {
      await pause(LOOK_EVERY_MS, signal);
      sync = await client.json<SyncRun>({ method: 'GET', path: `/catalog/syncs/${sync.id}` });
    }
    return sync;
  } catch (error) {
    if (error instanceof Interrupted)
      throw new Interrupted(`Sync ${sync.id} goes on in the service; running it again is harmless.`);
    throw error;
  } finally {
    display.stop();
  }
}

function report({ printer }: Invocation, sync: SyncRun): ExitCode {
  const { id, mode, fetched, created, updated, unchanged, deleted, rejected, errors } = sync;
  printer.result(sync, () => [
    `${fetched} items fetched (${mode}): ${created} created, ${updated} updated, ${unchanged} unchanged, ${deleted} deleted, ${rejected} rejected.`,
    ...errors.slice(0, SHOWN_MAX).map(errorText),
  ]);
  if (sync.status === 'failed')
    throw new CommandError(
      EXIT.failed,
      `Sync ${id} failed: ${sync.failure ?? 'the service does not say why'}`,
      'What had gone in stays in; the next run begins where this one did.',
    );
  return rejected === 0 ? EXIT.done : EXIT.rejectedRows;
}

function errorText({ number, sku, member, message }: SyncError): string {
  return `  item ${number}${sku === null ? '' : ` (${sku})`}: ${member === null ? '' : `${member} `}${message}`;
}
