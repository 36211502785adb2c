import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { outletOption } from '../named-outlet.js';
import { readPages } from '../pages.js';
import type { PricebookShown, VersionShown } from '../pricebook.js';

const BOOKS_MAX = 10_000;

export const pricebooksList: Command = {
  arguments: [],
  options: {
    status: { type: 'string', value: '<status>', help: 'draft, active or archived' },
    outlet: { type: 'string', value: '<id or name>', help: 'only those that apply, or will apply, at this outlet' },
    query: { type: 'string', value: '<text>', help: 'part of the name or code' },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  examples: ['posctl pricebooks list', 'posctl pricebooks list --status active --outlet "Corner Café" --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const filters = {
      status: textOption(options, 'status'),
      outletId: await outletOption(client, options),
      q: textOption(options, 'query'),
    };
    printer.list(await readPages<PricebookShown>(client, '/pricebooks', filters, BOOKS_MAX), [
      { title: 'NAME', value: ({ name }) => name },
      { title: 'CODE', value: ({ code }) => code ?? '' },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'CURRENCY', value: ({ currency }) => currency },
      { title: 'IN FORCE', value: ({ inForce }) => versionText(inForce) },
      { title: 'NEXT', value: ({ scheduled }) => versionText(scheduled[0] ?? null) },
      { title: 'DRAFT', value: ({ draft }) => (draft === null ? '' : `${draft.number}`) },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function versionText(version: VersionShown | null): string {
  return version === null ? '' : `${version.number} from ${version.publishAt ?? ''}`;
}
