import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { textOption, type Invocation } from './command.js';
import { CommandError, EXIT } from './exit-codes.js';

type Environment = Invocation['environment'];

/** Which service is called, for which tenant, by whom. */
export interface Connection {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly apiKey: string;
}

/** What `make demo` writes for scripts. */
export interface DemoFile {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly currency: string;
  readonly apiKey: string;
  readonly outlets: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[];
}

const DEMO_FILE = path.join('.data', 'demo.json');
const CONNECTION_VARIABLES = ['POS_URL', 'POS_TENANT', 'POS_API_KEY'] as const;

/** The environment, with what `--env-file` names on top of it. */
export function environmentOf({ environment, options }: Invocation): Environment {
  const file = textOption(options, 'env-file');
  return file === undefined ? environment : { ...environment, ...readEnvironmentFile(file) };
}

/**
 * Finds the service: environment or `--env-file` first, else the demo that runs in this folder.
 * @throws CommandError when part of the connection is missing.
 */
export function connectionOf(invocation: Invocation): Connection {
  const environment = environmentOf(invocation);
  const [baseUrl, tenant, apiKey] = CONNECTION_VARIABLES.map((name) => environment[name] ?? '');
  if (!baseUrl && !tenant && !apiKey) return demoConnection(invocation);
  if (!baseUrl)
    throw new CommandError(
      EXIT.usage,
      'POS_URL is missing.',
      'Set it to where the service runs, such as http://127.0.0.1:4100.',
    );
  if (!tenant) throw new CommandError(EXIT.usage, 'POS_TENANT is missing.', 'Set it to the short name of the tenant.');
  if (!apiKey)
    throw new CommandError(EXIT.notAllowed, 'POS_API_KEY is missing.', 'Make a key with `posctl api-keys create`.');
  return { baseUrl: normalUrl(baseUrl), tenant, apiKey };
}

/** The owner's URL of the database. @throws CommandError when there is none. */
export function databaseUrlOf(invocation: Invocation): string {
  const url = environmentOf(invocation)['DATABASE_URL'] ?? '';
  if (url !== '') return url;
  throw new CommandError(
    EXIT.usage,
    'DATABASE_URL is missing.',
    'Set it to the PostgreSQL of the service, with the role that owns its tables: postgres://owner@host:5432/pos.',
  );
}

function demoConnection({ printer }: Invocation): Connection {
  const demo = readDemoFile(DEMO_FILE);
  if (demo === undefined) {
    throw new CommandError(
      EXIT.usage,
      'Nobody said which service to call.',
      'Set POS_URL, POS_TENANT and POS_API_KEY, or name a file with --env-file, or start `make demo` in this folder.',
    );
  }
  printer.note(`Using the demo of this folder: ${demo.baseUrl}, tenant ${demo.tenant} (${DEMO_FILE}).`);
  return { baseUrl: normalUrl(demo.baseUrl), tenant: demo.tenant, apiKey: demo.apiKey };
}

/** Reads what `make demo` wrote, if it is there. */
export function readDemoFile(file: string): DemoFile | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoFile) : undefined;
}

function normalUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new CommandError(EXIT.usage, `POS_URL is not a web address: ${text}`, 'It looks like http://127.0.0.1:4100.');
  }
  return text.replace(/\/+$/, '');
}

function readEnvironmentFile(file: string): Record<string, string> {
  if (!existsSync(file))
    throw new CommandError(EXIT.usage, `There is no file ${file}.`, '--env-file takes lines of NAME=value.');
  const variables: Record<string, string> = {};
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match !== null) variables[match[1] ?? ''] = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
  }
  return variables;
}
