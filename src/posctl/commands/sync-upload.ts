import { readFileSync } from 'node:fs';
import { ApiClient } from '../api-client.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Entry {
  readonly id: string;
}

/** What a till exports: entries as it signed them. */
interface QueueFile {
  readonly format: string;
  readonly deviceId: string;
  readonly key: object | null;
  readonly sentAt: string;
  readonly entries: readonly Entry[];
}

interface Result {
  readonly id: string;
  readonly sequence: number;
  readonly status: string;
  readonly detail: string | null;
}

interface Answer {
  readonly results: readonly Result[];
}

const FORMAT = 'pos-sync/1';
/** Small enough for the service's usual limit of a body. */
const BATCH_BYTES = 500_000;
const BATCH_MAX = 500;
const CALM: ReadonlySet<string> = new Set(['applied', 'duplicate']);

export const syncUpload: Command = {
  arguments: ['<file>'],
  options: { 'dry-run': { type: 'boolean', help: 'say what is in the file, send nothing' } },
  details: 'Takes the right to hand in other devices’ queues (sync:relay). What came before is not taken twice.',
  examples: ['posctl sync upload till-3.json', 'posctl sync upload till-3.json --dry-run --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const file = readQueue(invocation.arguments[0] ?? '');
  const { deviceId, entries } = file;
  if (flagOption(options, 'dry-run')) {
    const found = `${entries.length} entries of device ${deviceId}.`;
    printer.result({ dryRun: true, deviceId, entries: entries.length }, () => [found]);
    return EXIT.done;
  }
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const results: Result[] = [];
    for (const batch of batchesOf(entries)) results.push(...(await sent(client, file, batch)));
    const open = results.filter(({ status }) => !CALM.has(status));
    printer.result({ deviceId, results }, () => [
      `${results.length} entries were taken, ${open.length} of them need somebody.`,
      ...open.map(({ sequence, status, detail }) => `Number ${sequence} is ${status}. ${detail ?? ''}`.trim()),
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

/** What the service had no time for has no result, and is sent again. @throws CommandError when it looks at nothing. */
async function sent(
  client: ApiClient,
  { deviceId, key, sentAt }: QueueFile,
  batch: readonly Entry[],
): Promise<readonly Result[]> {
  const found: Result[] = [];
  let rest = batch;
  while (rest.length > 0) {
    const body = { deviceId, key, sentAt, waiting: 0, trigger: 'file', entries: rest };
    const { results } = await post<Answer>(client, '/sync/batches', body);
    if (results.length === 0) throw new CommandError(EXIT.failed, 'The service says nothing of these entries.');
    found.push(...results);
    const answered = new Set(results.map(({ id }) => id));
    rest = rest.filter(({ id }) => !answered.has(id));
  }
  return found;
}

function readQueue(path: string): QueueFile {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as QueueFile;
    if (file.format === FORMAT && Array.isArray(file.entries)) return file;
  } catch (error) {
    throw new CommandError(EXIT.usage, `${path} cannot be read: ${(error as Error).message}`);
  }
  throw new CommandError(EXIT.usage, `${path} is no queue that a till has exported.`);
}

function batchesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const batches: Entry[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const last = batches.at(-1) as Entry[];
    if (last.length > 0 && (last.length === BATCH_MAX || bytes + size > BATCH_BYTES)) {
      batches.push([entry]);
      bytes = size;
    } else {
      last.push(entry);
      bytes += size;
    }
  }
  return batches.filter((batch) => batch.length > 0);
}
