import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface Entry {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly status: string;
  readonly detail: string | null;
  readonly handlings: readonly {
    readonly at: string;
    readonly act: string;
    readonly by: string;
    readonly after: string;
  }[];
  readonly conflicts: readonly { readonly cause: string; readonly status: string }[];
}

export const syncShow: Command = {
  arguments: ['<entry id>'],
  options: {},
  examples: [
    'posctl sync show 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl sync show 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const client = new ApiClient(connectionOf(invocation), invocation.signal);
  try {
    const path = `/sync/entries/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
    const entry = await client.json<Entry>({ method: 'GET', path });
    invocation.printer.result(entry, () => linesOf(entry));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ id, sequence, kind, status, detail, handlings, conflicts }: Entry): string[] {
  return [
    `Entry ${id}: ${kind}, number ${sequence}, is ${status}.${detail === null ? '' : ` ${detail}`}`,
    ...handlings.map(({ at, act, by, after }) => `${at} ${act} by ${by}: ${after}`),
    ...conflicts.map((conflict) => `Conflict ${conflict.cause}: ${conflict.status}`),
  ];
}
