import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { moneyText } from '../money-text.js';
import { oneOutlet } from '../one-outlet.js';

const NAME = 'tenders list';

interface TenderRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provider: string | null;
  readonly surcharge: { readonly percent?: string; readonly amount?: Money } | null;
  readonly on: boolean;
  readonly from: string;
}

export const tendersList: Command = {
  arguments: [],
  options: { outlet: OUTLET_OPTION, jsonl: { type: 'boolean', help: 'print one JSON object a line' } },
  details: 'A tender without a provider is recorded by hand. --outlet may be left away where there is one only.',
  examples: ['posctl tenders list --outlet "Corner Café"', 'posctl tenders list --outlet "Corner Café" --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await oneOutlet(client, NAME, options);
    const { tenders } = await client.json<{ tenders: TenderRow[] }>({
      method: 'GET',
      path: `/tenders?outletId=${outletId}`,
    });
    printer.list(tenders, [
      { title: 'CODE', value: ({ code }) => code },
      { title: 'NAME', value: ({ name }) => name },
      { title: 'KIND', value: ({ kind }) => kind },
      { title: 'TAKEN', value: ({ on }) => (on ? 'yes' : 'no') },
      { title: 'PROVIDER', value: ({ provider }) => provider ?? 'by hand' },
      { title: 'SURCHARGE', value: ({ surcharge }) => surchargeText(surcharge) },
      { title: 'SET BY', value: ({ from }) => from },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function surchargeText(surcharge: TenderRow['surcharge']): string {
  if (surcharge === null) return '';
  const { percent, amount } = surcharge;
  const parts = [percent === undefined ? '' : `${percent} %`, amount === undefined ? '' : moneyText(amount)];
  return parts.filter(Boolean).join(' + ');
}
