import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.js';
import { countOption, usageError } from '../arguments.js';
import { createCodesFile, type CodesFile } from '../codes-file.js';
import { flagOption, textOption, type Command, type Invocation, type Options } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { ProgressDisplay } from '../progress.js';

interface Issued {
  readonly batchId: string;
  readonly codes: readonly string[];
}

const NAME = 'promotions codes';
const COUNT = { default: 1, max: 1_000_000 };
const LENGTH = { default: 12, max: 32 };
const USES_MAX = 1_000_000_000;
/** What the service makes in one call. */
const BATCH = 10_000;

export const promotionsCodes: Command = {
  arguments: ['<promotion id>'],
  options: {
    count: { type: 'string', value: '<n>', help: `how many, up to ${COUNT.max}; else ${COUNT.default}` },
    out: { type: 'string', value: '<file.csv>', help: 'a new file for them; needed' },
    prefix: { type: 'string', value: '<text>', help: 'what each begins with, such as MAY-' },
    length: {
      type: 'string',
      value: '<n>',
      help: `random characters behind the prefix, 8 to 32; else ${LENGTH.default}`,
    },
    uses: { type: 'string', value: '<n>', help: 'orders that may use one; else 1' },
    expires: { type: 'string', value: '<time>', help: 'until before this moment (RFC 3339); else never' },
    'dry-run': { type: 'boolean', help: 'show what would be asked for, make nothing' },
  },
  details: 'The file is readable for its owner only. Interrupted, it has all codes that were made so far.',
  examples: [
    'posctl promotions codes 0197a3c2-7b1e-7000-8000-000000000001 --count 500 --out may.csv',
    'posctl promotions codes 0197a3c2-7b1e-7000-8000-000000000001 --count 20 --prefix VIP- --uses 3 --out vip.csv --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [promotionId = ''] = invocation.arguments;
  const count = countOption(NAME, options, 'count', COUNT);
  const out = textOption(options, 'out');
  if (out === undefined) throw usageError(NAME, '--out is needed: codes go into a file only.');
  const wish = wishOf(options);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, promotionId, count, file: out, ...wish }, () => [
      `${count} codes would go into ${out}.`,
    ]);
    return EXIT.done;
  }
  const client = new ApiClient(connectionOf(invocation), signal);
  const file = createCodesFile(out, ['code', 'batch_id']);
  const display = new ProgressDisplay(printer, 'codes', () => ({ done: file.rows, total: count }));
  try {
    await fill(client, `/promotions/${encodeURIComponent(promotionId)}/codes`, wish, file, count);
  } catch (error) {
    if (!(error instanceof CommandError) || file.rows === 0) throw error;
    const advice = [error.advice, `${file.rows} of ${count} codes were made and are in ${out}.`]
      .filter(Boolean)
      .join(' ');
    throw new CommandError(error.exitCode, error.message, advice, { cause: error });
  } finally {
    display.stop();
    file.close();
    client.close();
  }
  printer.result({ promotionId, count: file.rows, file: out }, () => [`${file.rows} codes are in ${out}.`]);
  return EXIT.done;
}

async function fill(client: ApiClient, path: string, wish: object, file: CodesFile, count: number): Promise<void> {
  while (file.rows < count) {
    const body = JSON.stringify({ ...wish, count: Math.min(BATCH, count - file.rows) });
    const issued = await client.json<Issued>({ method: 'POST', path, body, idempotencyKey: `posctl-${randomUUID()}` });
    file.add(issued.codes.map((code) => [code, issued.batchId]));
  }
}

function wishOf(options: Options): object {
  const prefix = textOption(options, 'prefix');
  const expires = textOption(options, 'expires');
  return {
    ...(prefix === undefined ? {} : { prefix }),
    length: countOption(NAME, options, 'length', LENGTH),
    usesMax: countOption(NAME, options, 'uses', { default: 1, max: USES_MAX }),
    ...(expires === undefined ? {} : { validTo: expires }),
  };
}
