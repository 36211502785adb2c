import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { ApiClient, pause, refusedBy } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { ProgressDisplay } from '../progress.js';
import { rejectedFileOf, rejectedLineOf, writeRejected } from '../sales/rejected-file.js';

/** The job as the service shows it (API.md "Catalogue import"). */
interface ImportJob {
  readonly id: string;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged?: number;
  readonly rejected: number;
  readonly errors: readonly { readonly row: number; readonly column: string | null; readonly message: string }[];
  readonly failure?: string | null;
}

const LOOK_EVERY_MS = 250;
const NAME = 'catalog import';

export const catalogImport: Command = {
  arguments: ['<file>'],
  options: {
    watch: { type: 'boolean', help: 'wait for the end, show progress, list rejected rows in <file>.rejected.csv' },
  },
  details: [
    'A .json file is sent as JSON, any other as CSV with the columns sku,name,category,price,currency,taxCategory,barcode,',
    'unit,active (price in major units). Rows that are bad are rejected, the others go in; the same file again changes nothing.',
  ].join('\n'),
  examples: ['posctl catalog import menu.csv --watch', 'posctl catalog import items.json --watch --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [file = ''] = invocation.arguments;
  if (!existsSync(file)) throw usageError(NAME, `There is no file ${file}.`);
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const job = await start(client, file);
    if (!flagOption(options, 'watch')) {
      printer.result(job, () => [`Import ${job.id} is running; --watch waits for its end.`]);
      return EXIT.done;
    }
    const ended = await follow(client, job, invocation);
    writeRejected(file, ended.errors.map(rejectedLineOf));
    return report(invocation, file, ended);
  } finally {
    client.close();
  }
}

async function start(client: ApiClient, file: string): Promise<ImportJob> {
  const contentType = file.endsWith('.json') ? 'application/json' : 'text/csv';
  const request = {
    method: 'POST',
    path: '/catalog/imports',
    contentType,
    idempotencyKey: `catalog-import-${randomUUID()}`,
  } as const;
  try {
    const answer = await client.upload(request, createReadStream(file));
    if (answer.status >= 300) throw refusedBy(answer);
    return JSON.parse(answer.body) as ImportJob;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const advice = 'Check that the service runs and that POS_URL names it; importing again is harmless.';
    throw new CommandError(EXIT.unreachable, `The catalogue could not be sent: ${(error as Error).message}`, advice, {
      cause: error,
    });
  }
}

async function follow(client: ApiClient, started: ImportJob, { printer, signal }: Invocation): Promise<ImportJob> {
  let job = started;
  const seen = (): number => job.created + job.updated + (job.unchanged ?? 0) + job.rejected;
  const display = new ProgressDisplay(printer, 'rows', () => ({ done: seen(), total: undefined }));
  try {
    while (job.status === 'running') {
      await pause(LOOK_EVERY_MS, signal);
      job = await client.json<ImportJob>({ method: 'GET', path: `/catalog/imports/${job.id}` });
    }
    return job;
  } catch (error) {
    if (error instanceof Interrupted)
      throw new Interrupted(`Import ${job.id} goes on in the service; running it again is harmless.`);
    throw error;
  } finally {
    display.stop();
  }
}

function report({ printer }: Invocation, file: string, job: ImportJob): ExitCode {
  printer.result(job, () => [
    `${job.total} rows: ${job.created} created, ${job.updated} updated, ${job.rejected} rejected (import ${job.id} ${job.status}).`,
  ]);
  if (job.status === 'failed')
    throw new CommandError(EXIT.failed, `The import failed: ${job.failure ?? 'the service does not say why'}.`);
  if (job.rejected === 0) return EXIT.done;
  printer.warn(`${job.rejected} rows were rejected: see ${rejectedFileOf(file)}`);
  return EXIT.rejectedRows;
}
