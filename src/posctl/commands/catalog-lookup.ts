import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { outletOption } from '../named-outlet.js';
import { defaultOutlet, listOutlets } from '../sales/outlets.js';

interface Found {
  readonly item: { readonly sku: string; readonly name: string; readonly unit: string; readonly price: Money };
  readonly quantity: string | null;
  readonly price: Money | null;
  readonly source: string;
  readonly foundBy: string;
  readonly checkDigit: string;
  readonly batch: string | null;
  readonly serial: string | null;
  readonly expiresOn: string | null;
}

const NAME = 'catalog lookup';

export const catalogLookup: Command = {
  arguments: ['<code>'],
  options: {
    outlet: {
      type: 'string',
      value: '<id or name>',
      help: 'whose scales printed it; not needed where there is one outlet',
    },
  },
  details: 'Reads a code as a till does: barcode, GS1 element string, scale label, PLU or SKU.',
  examples: [
    'posctl catalog lookup 4006381333931',
    'posctl catalog lookup 2104593012346 --outlet "Market Lane" --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [code = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const asked = textOption(options, 'outlet') !== undefined;
    const outletId = asked
      ? await outletOption(client, options)
      : defaultOutlet(await listOutlets(client), undefined)?.id;
    if (outletId === undefined) throw usageError(NAME, '--outlet is needed: there are several.');
    const query = new URLSearchParams({ code, outletId });
    const found = await client.json<Found>({ method: 'GET', path: `/catalog/lookup?${query.toString()}` });
    printer.result(found, () => linesOf(found));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ item, quantity, price, source, foundBy, checkDigit, batch, serial, expiresOn }: Found): string[] {
  const { name, sku, unit } = item;
  const cost = price === null ? `${moneyText(item.price)} ${unit === 'each' ? 'each' : `a ${unit}`}` : moneyText(price);
  const much = quantity === null ? '' : `${quantity} ${unit === 'each' ? 'x' : unit} `;
  const more = { batch, serial, 'expires on': expiresOn };
  return [
    `${much}${name} (${sku})  ${cost}`,
    `  ${source.replaceAll('_', ' ')}, found by ${foundBy}, check digit ${checkDigit}`,
    ...Object.entries(more).flatMap(([title, text]) => (text === null ? [] : [`  ${title} ${text}`])),
  ];
}
