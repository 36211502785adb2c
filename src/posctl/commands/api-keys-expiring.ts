import { ApiClient } from '../api-client.js';
import { countOption } from '../arguments.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readPages } from '../pages.js';

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly hint: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

const NAME = 'api-keys expiring';
const DAYS = { default: 30, max: 3_650 };
const KEYS_MAX = 10_000;
const DAY_MS = 86_400_000;

export const apiKeysExpiring: Command = {
  arguments: [],
  options: {
    days: { type: 'string', value: '<n>', help: `that end within so many days; else ${DAYS.default}` },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  details: 'Keys that have ended already and were not revoked are shown, too.',
  examples: ['posctl api-keys expiring', 'posctl api-keys expiring --days 7 --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const days = countOption(NAME, options, 'days', DAYS);
  const expiringBefore = new Date(Date.now() + days * DAY_MS).toISOString();
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const keys = await readPages<ApiKeyRow>(client, '/api-keys', { expiringBefore }, KEYS_MAX);
    const soonestFirst = [...keys].sort((one, other) => (String(one.expiresAt) < String(other.expiresAt) ? -1 : 1));
    printer.list(soonestFirst, [
      { title: 'ENDS', value: ({ expiresAt }) => expiresAt ?? '' },
      { title: 'NAME', value: ({ name }) => name },
      { title: 'KEY', value: ({ mode, hint }) => `pos_${mode}_…${hint}` },
      { title: 'LAST USED', value: ({ lastUsedAt }) => lastUsedAt ?? 'never' },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
