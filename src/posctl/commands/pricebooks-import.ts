import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { ApiClient, refusedBy } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { pricebookPath, type PricebookShown } from '../pricebook.js';
import { rejectedFileOf, rejectedLineOf, writeRejected } from '../sales/rejected-file.js';

interface Imported {
  readonly version: number;
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly { readonly row: number; readonly column: string | null; readonly message: string }[];
}

const NAME = 'pricebooks import';

export const pricebooksImport: Command = {
  arguments: ['<pricebook id>', '<file.csv>'],
  options: {
    'open-draft': {
      type: 'boolean',
      help: 'where there is no draft, begin one with the content of the version in force',
    },
    'dry-run': { type: 'boolean', help: 'look at pricebook and file, send nothing' },
  },
  details: [
    'Columns: sku,kind,value,currency; kind is absolute, percent or amount; values are in major units or percent.',
    'Rows become entries of the draft; other entries stay. Prices change when the draft is published. Bad rows go to',
    '<file>.rejected.csv, the others go in; the same file again changes nothing.',
  ].join('\n'),
  examples: [
    'posctl pricebooks import 0197a3c2-7b1e-7000-8000-000000000001 summer.csv --open-draft',
    'posctl pricebooks import 0197a3c2-7b1e-7000-8000-000000000001 summer.csv --dry-run --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = '', file = ''] = invocation.arguments;
  if (!existsSync(file)) throw usageError(NAME, `There is no file ${file}.`);
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const book = await client.json<PricebookShown>({ method: 'GET', path: pricebookPath(id) });
    const mayOpen = flagOption(options, 'open-draft');
    if (book.draft === null && !mayOpen)
      throw new CommandError(EXIT.conflict, `Pricebook "${book.name}" has no draft.`, '--open-draft begins one.');
    if (flagOption(options, 'dry-run')) {
      const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean).length;
      printer.result({ dryRun: true, pricebookId: id, draft: book.draft?.number ?? null, rows }, () => [
        `${rows} rows would go into ${book.draft === null ? 'a new draft' : `draft ${book.draft.number}`} of "${book.name}".`,
      ]);
      return EXIT.done;
    }
    if (book.draft === null) await openDraft(client, id);
    return report(invocation, file, await send(client, id, file));
  } finally {
    client.close();
  }
}

async function openDraft(client: ApiClient, id: string): Promise<void> {
  const path = `${pricebookPath(id)}/versions`;
  await client.json({ method: 'POST', path, body: '{}', idempotencyKey: `posctl-${randomUUID()}` });
}

async function send(client: ApiClient, id: string, file: string): Promise<Imported> {
  const path = `${pricebookPath(id)}/draft/import`;
  const idempotencyKey = `posctl-${randomUUID()}`;
  const request = { method: 'POST', path, contentType: 'text/csv', idempotencyKey } as const;
  try {
    const answer = await client.upload(request, createReadStream(file));
    if (answer.status >= 300) throw refusedBy(answer);
    return JSON.parse(answer.body) as Imported;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const advice = 'Check that the service runs and that POS_URL names it; importing again is harmless.';
    throw new CommandError(EXIT.unreachable, `The file could not be sent: ${(error as Error).message}`, advice, {
      cause: error,
    });
  }
}

function report({ printer }: Invocation, file: string, imported: Imported): ExitCode {
  const { version, total, created, updated, unchanged, rejected, errors } = imported;
  writeRejected(file, errors.map(rejectedLineOf));
  printer.result(imported, () => [
    `${total} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected (draft ${version}).`,
  ]);
  if (rejected === 0) return EXIT.done;
  printer.warn(`${rejected} rows were rejected: see ${rejectedFileOf(file)}`);
  return EXIT.rejectedRows;
}
