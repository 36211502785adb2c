import { randomUUID } from 'node:crypto';
import type { DigitOverrides } from '../../kernel/currencies.js';
import { fromMajorUnits, type Money } from '../../kernel/money.js';
import { Refusal } from '../../kernel/refusal.js';
import { ApiClient } from '../api-client.js';
import { countOption, usageError } from '../arguments.js';
import { createCodesFile, type CodesFile } from '../codes-file.js';
import { flagOption, textOption, type Command, type Invocation, type Options } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { outletOption } from '../named-outlet.js';
import type { Printer } from '../printer.js';
import { ProgressDisplay } from '../progress.js';

interface Issued {
  readonly cards: readonly { readonly id: string; readonly code: string | null; readonly expiresAt: string | null }[];
}

/** What was issued so far; a card without its code is of no use to anybody. */
interface Tally {
  /** In major units, and the currency. */
  readonly face: readonly [amount: string, currency: string];
  issued: number;
  readonly withoutCode: string[];
}

const NAME = 'giftcards issue';
const COUNT = { default: 1, max: 100_000 };
/** What the service issues in one call. */
const BATCH = 500;

export const giftcardsIssue: Command = {
  arguments: [],
  options: {
    amount: {
      type: 'string',
      value: '<amount>',
      help: 'what each is meant to hold, in major units, such as 25.00; needed',
    },
    out: { type: 'string', value: '<file.csv>', help: 'a new file for the codes; needed' },
    count: { type: 'string', value: '<n>', help: `how many, up to ${COUNT.max}; else ${COUNT.default}` },
    currency: { type: 'string', value: '<code>', help: "else the tenant's" },
    voucher: { type: 'boolean', help: 'vouchers: the first payment uses one up' },
    expires: { type: 'string', value: '<time>', help: 'from then on they cannot pay (RFC 3339); else never' },
    outlet: {
      type: 'string',
      value: '<id or name>',
      help: 'the outlet that owes what is on them; else the one that sells them',
    },
    'activate-because': {
      type: 'string',
      value: '<text>',
      help: 'they hold the amount at once, unsold, for this reason',
    },
    'dry-run': { type: 'boolean', help: 'show what would be asked for, issue nothing' },
  },
  details: [
    'Codes are money: they go into the file, which its owner alone can read, and are shown nowhere, now or later.',
    'Without --activate-because cards are worth nothing until they are sold.',
  ].join('\n'),
  examples: [
    'posctl giftcards issue --count 100 --amount 25.00 --out cards.csv',
    'posctl giftcards issue --count 20 --amount 10.00 --voucher --activate-because "late delivery" --out sorry.csv --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const count = countOption(NAME, options, 'count', COUNT);
  const out = textOption(options, 'out');
  if (out === undefined) throw usageError(NAME, '--out is needed: codes go into a file only.');
  if (textOption(options, 'amount') === undefined) throw usageError(NAME, '--amount is needed, such as 25.00.');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const amount = await amountOf(client, options);
    const wish = await wishOf(client, options, amount);
    const face = [textOption(options, 'amount') ?? '', amount.currency] as const;
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, count, file: out, ...wish }, () => [
        `${count} cards of ${face.join(' ')} would be issued into ${out}.`,
      ]);
      return EXIT.done;
    }
    return await issue(invocation, client, wish, { count, out, face });
  } finally {
    client.close();
  }
}

async function issue(
  { printer }: Invocation,
  client: ApiClient,
  wish: object,
  { count, out, face }: { count: number; out: string; face: Tally['face'] },
): Promise<ExitCode> {
  const file = createCodesFile(out, ['id', 'code', 'amount', 'currency', 'expires_at']);
  const tally: Tally = { face, issued: 0, withoutCode: [] };
  const display = new ProgressDisplay(printer, 'cards', () => ({ done: tally.issued, total: count }));
  try {
    while (tally.issued < count)
      await issueBatch(client, { ...wish, count: Math.min(BATCH, count - tally.issued) }, file, tally);
  } catch (error) {
    if (!(error instanceof CommandError) || file.rows === 0) throw error;
    const advice = [error.advice, `${file.rows} of ${count} cards were issued and are in ${out}.`]
      .filter(Boolean)
      .join(' ');
    throw new CommandError(error.exitCode, error.message, advice, { cause: error });
  } finally {
    display.stop();
    file.close();
    warnOfLost(printer, tally);
  }
  const { issued, withoutCode } = tally;
  const [amount, currency] = face;
  printer.result({ issued, file: out, amount, currency, withoutCode }, () => [
    `${file.rows} cards of ${face.join(' ')} are in ${out}.`,
  ]);
  return withoutCode.length === 0 ? EXIT.done : EXIT.failed;
}

/** The answer with the codes was lost on its way, and the service does not say them twice. */
function warnOfLost(printer: Printer, { withoutCode }: Tally): void {
  if (withoutCode.length === 0) return;
  const ids = withoutCode.join(', ');
  printer.warn(`the codes of ${withoutCode.length} cards were lost; block these and issue others: ${ids}`);
}

async function issueBatch(client: ApiClient, wish: object, file: CodesFile, tally: Tally): Promise<void> {
  const { cards } = await client.json<Issued>({
    method: 'POST',
    path: '/gift-cards',
    body: JSON.stringify(wish),
    idempotencyKey: `posctl-${randomUUID()}`,
  });
  const rows: string[][] = [];
  for (const { id, code, expiresAt } of cards) {
    if (code === null) tally.withoutCode.push(id);
    else rows.push([id, code, ...tally.face, expiresAt ?? '']);
  }
  file.add(rows);
  tally.issued += cards.length;
}

async function amountOf(client: ApiClient, options: Options): Promise<Money> {
  const tenant = await client.json<{ currency: string; minorDigits: DigitOverrides }>({
    method: 'GET',
    path: '/tenant',
  });
  const currency = textOption(options, 'currency') ?? tenant.currency;
  try {
    return fromMajorUnits(textOption(options, 'amount') ?? '', currency, tenant.minorDigits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw usageError(NAME, `--amount takes an amount in ${currency}, such as 25.00 (${error.code}).`);
  }
}

async function wishOf(client: ApiClient, options: Options, amount: Money): Promise<object> {
  const outletId = await outletOption(client, options);
  const expiresAt = textOption(options, 'expires');
  const activateBecause = textOption(options, 'activate-because');
  return {
    kind: flagOption(options, 'voucher') ? 'voucher' : 'gift_card',
    currency: amount.currency,
    amount,
    ...(outletId === undefined ? {} : { outletId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(activateBecause === undefined ? {} : { activateBecause }),
  };
}
