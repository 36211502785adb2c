import { ApiClient } from './api-client.js';
import { flagOption, textOption, type Command, type Invocation } from './command.js';
import { connectionOf } from './environment.js';
import { CommandError, EXIT, type ExitCode } from './exit-codes.js';
import { post } from './post.js';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly detail: string | null;
}

type Verb = 'retry' | 'release' | 'discard';

const ID = '0197a3c2-7b1e-7000-8000-000000000001';

/** Makes the command that decides on an entry which did not take effect. */
export function decideEntry(verb: Verb, details: string): Command {
  return {
    arguments: ['<entry id>'],
    options: {
      reason: { type: 'string', value: '<text>', help: 'why; kept with the entry' },
      'dry-run': { type: 'boolean', help: 'show the entry, decide nothing' },
    },
    details,
    examples: [
      `posctl sync ${verb} ${ID} --reason "spoke to the cashier"`,
      `posctl sync ${verb} ${ID} --reason "spoke to the cashier" --dry-run`,
    ],
    run: (invocation) => run(invocation, verb),
  };
}

async function run(invocation: Invocation, verb: Verb): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw new CommandError(EXIT.usage, 'Somebody will ask why: give --reason.');
  const path = `/sync/entries/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const isDry = flagOption(options, 'dry-run');
    if (!isDry) await post<Entry>(client, `${path}/${verb}`, { reason });
    // What came of the decision is the entry's to show.
    const entry = await client.json<Entry>({ method: 'GET', path });
    printer.result(isDry ? { dryRun: true, entry } : entry, () => [lineOf(entry)]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lineOf({ id, kind, status, detail }: Entry): string {
  return `Entry ${id} (${kind}) is ${status}.${detail === null ? '' : ` ${detail}`}`;
}
