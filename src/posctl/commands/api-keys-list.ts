import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly hint: string;
  readonly status: string;
  readonly permissions: readonly string[];
  readonly lastUsedAt: string | null;
}

interface ApiKeyPage {
  readonly data: readonly ApiKeyRow[];
  readonly nextCursor: string | null;
}

const PAGES_MAX = 100;

export const apiKeysList: Command = {
  arguments: [],
  options: { jsonl: { type: 'boolean', help: 'print one JSON object a line' } },
  examples: ['posctl api-keys list', 'posctl api-keys list --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    printer.list(await collect(client), [
      { title: 'NAME', value: ({ name }) => name },
      { title: 'KEY', value: ({ mode, hint }) => `pos_${mode}_…${hint}` },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'LAST USED', value: ({ lastUsedAt }) => lastUsedAt ?? 'never' },
      { title: 'PERMISSIONS', alignRight: true, value: ({ permissions }) => String(permissions.length) },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

async function collect(client: ApiClient): Promise<ApiKeyRow[]> {
  const keys: ApiKeyRow[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < PAGES_MAX; page += 1) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: ApiKeyPage = await client.json<ApiKeyPage>({ method: 'GET', path: `/api-keys?limit=200${query}` });
    keys.push(...answer.data);
    cursor = answer.nextCursor;
  }
  return keys;
}
