import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { pricebookPath, type PricebookShown } from '../pricebook.js';
import { readMoment } from '../sales/local-time.js';

const NAME = 'pricebooks publish';

export const pricebooksPublish: Command = {
  arguments: ['<pricebook id>'],
  options: {
    at: { type: 'string', value: '<time>', help: 'when it comes into force (RFC 3339); else now' },
    'dry-run': { type: 'boolean', help: 'say what would be published, publish nothing' },
  },
  details:
    'A version that is published never changes; an earlier one comes back with a rollback, a scheduled one can be withdrawn.',
  examples: [
    'posctl pricebooks publish 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl pricebooks publish 0197a3c2-7b1e-7000-8000-000000000001 --at 2026-12-01T00:00:00+03:00',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const path = pricebookPath(invocation.arguments[0] ?? '');
  const publishAt = momentOf(textOption(options, 'at'));
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const { name, draft } = await client.json<PricebookShown>({ method: 'GET', path });
    if (draft === null)
      throw new CommandError(EXIT.conflict, `Pricebook "${name}" has no draft.`, 'There is nothing to publish.');
    const { number, entryCount, rules } = draft;
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, version: number, entries: entryCount, rules: rules.length, publishAt }, () => [
        `Version ${number} of "${name}" would come into force ${publishAt ?? 'now'}: ${entryCount} entries, ${rules.length} rules.`,
      ]);
      return EXIT.done;
    }
    const book = await client.json<PricebookShown>({
      method: 'POST',
      path: `${path}/publish`,
      body: JSON.stringify({ publishAt }),
      idempotencyKey: `posctl-${randomUUID()}`,
    });
    printer.result(book, () => [
      `Version ${number} of "${name}" ${publishAt === null ? 'is in force' : `comes into force at ${publishAt}`}.`,
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function momentOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const moment = readMoment(text);
  if (moment === undefined) throw usageError(NAME, '--at takes a time with offset, such as 2026-12-01T00:00:00+03:00.');
  return moment;
}
