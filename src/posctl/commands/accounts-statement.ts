import { isUuid } from '../../kernel/ids.js';
import type { Money } from '../../kernel/money.js';
import { ApiClient, refusedBy } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { table } from '../printer.js';
import { readMoment } from '../sales/local-time.js';

const NAME = 'accounts statement';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const AGES = ['days0To30', 'days31To60', 'days61To90', 'over90', 'overdue'] as const;
const AGE_WORDS = ['0 to 30 days', '31 to 60 days', '61 to 90 days', 'over 90 days', 'overdue'];

interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly at: string;
  readonly amount: Money;
  readonly balance: Money;
  readonly reason: string | null;
}

interface Statement {
  readonly account: { readonly number: string; readonly name: string };
  readonly opening: Money;
  readonly closing: Money;
  readonly ageing: Readonly<Record<(typeof AGES)[number], Money>>;
  readonly entries: readonly Entry[];
}

export const accountsStatement: Command = {
  arguments: ['<account>'],
  options: {
    from: { type: 'string', value: '<time>', help: 'the first moment; a date begins at 00:00 UTC; else the beginning' },
    to: { type: 'string', value: '<time>', help: 'the moment at which it ends; else now' },
    csv: { type: 'boolean', help: 'print the CSV of the service' },
  },
  details: 'The account is named by its number, as cashiers type it, or by its id.',
  examples: [
    'posctl accounts statement D-0001',
    'posctl accounts statement D-0001 --from 2026-11-01 --to 2026-12-01 --csv > november.csv',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const asCsv = flagOption(options, 'csv');
  const query = new URLSearchParams();
  for (const name of ['from', 'to']) {
    const text = textOption(options, name);
    if (text !== undefined) query.set(name, momentOf(name, text));
  }
  if (asCsv) query.set('format', 'csv');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const id = await accountOf(client, invocation.arguments[0] ?? '');
    const path = `/house-accounts/${id}/statement?${query.toString()}`;
    const answer = await client.request({ method: 'GET', path });
    if (answer.status >= 300) throw refusedBy(answer);
    if (asCsv) printer.text(answer.body);
    else {
      const statement = JSON.parse(answer.body) as Statement;
      printer.result(statement, () => linesOf(statement));
    }
    return EXIT.done;
  } finally {
    client.close();
  }
}

function momentOf(name: string, text: string): string {
  const moment = readMoment(DATE.test(text) ? `${text}T00:00:00Z` : text);
  if (moment === undefined)
    throw usageError(NAME, `--${name} takes a date or a time such as 2026-11-01T00:00:00+01:00.`);
  return moment;
}

async function accountOf(client: ApiClient, named: string): Promise<string> {
  if (isUuid(named)) return named;
  const query = new URLSearchParams({ number: named });
  const path = `/house-accounts?${query.toString()}`;
  const { data } = await client.json<{ data: { id: string }[] }>({ method: 'GET', path });
  const [found] = data;
  if (found === undefined)
    throw new CommandError(EXIT.notFound, `There is no account "${named}".`, 'See `posctl accounts list`.');
  return found.id;
}

function linesOf({ account, opening, closing, ageing, entries }: Statement): string[] {
  const rows = table(entries, [
    { title: 'NUMBER', alignRight: true, value: ({ number }) => String(number) },
    { title: 'AT', value: ({ at }) => at },
    { title: 'KIND', value: ({ kind }) => kind },
    { title: 'AMOUNT', alignRight: true, value: ({ amount }) => moneyText(amount) },
    { title: 'BALANCE', alignRight: true, value: ({ balance }) => moneyText(balance) },
    { title: 'REASON', value: ({ reason }) => reason ?? '' },
  ]);
  const ages = AGES.map((age, index) => `${AGE_WORDS[index]} ${moneyText(ageing[age])}`);
  return [
    `${account.number} ${account.name}`,
    `Owed at the beginning ${moneyText(opening)}`,
    ...rows,
    `Owed at the end ${moneyText(closing)}`,
    `Of it ${ages.join(', ')}`,
  ];
}
