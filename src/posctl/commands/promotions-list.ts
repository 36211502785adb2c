import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { outletOption } from '../named-outlet.js';
import { readPages } from '../pages.js';

interface PromotionRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly activation: string;
  readonly level: string;
  readonly priority: number;
  readonly effect: { readonly kind: string; readonly rate?: string };
  readonly validTo: string | null;
}

const PROMOTIONS_MAX = 10_000;

export const promotionsList: Command = {
  arguments: [],
  options: {
    status: { type: 'string', value: '<status>', help: 'draft, active, paused or ended' },
    outlet: { type: 'string', value: '<id or name>', help: 'only those that are for this outlet' },
    code: { type: 'string', value: '<code>', help: 'the one that this code brings' },
    query: { type: 'string', value: '<text>', help: 'part of the name' },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  examples: ['posctl promotions list --status active', 'posctl promotions list --code WELCOME10 --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const filters = {
      status: textOption(options, 'status'),
      outletId: await outletOption(client, options),
      code: textOption(options, 'code'),
      q: textOption(options, 'query'),
    };
    printer.list(await readPages<PromotionRow>(client, '/promotions', filters, PROMOTIONS_MAX), [
      { title: 'NAME', value: ({ name }) => name },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'BY', value: ({ activation }) => activation },
      { title: 'LEVEL', value: ({ level }) => level },
      { title: 'PRIORITY', alignRight: true, value: ({ priority }) => String(priority) },
      { title: 'EFFECT', value: effectText },
      { title: 'UNTIL', value: ({ validTo }) => validTo ?? '' },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function effectText({ effect: { kind, rate } }: PromotionRow): string {
  return rate === undefined ? kind : `${kind} ${rate} %`;
}
