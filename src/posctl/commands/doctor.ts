import { fileURLToPath } from 'node:url';
import type { Command, Invocation } from '../command.js';
import { connectionOf, databaseUrlOf, type Connection } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { checkConfiguration } from '../doctor/configuration-checks.js';
import { fail, ok, warn, type Finding } from '../doctor/finding.js';
import { checkReach } from '../doctor/reach-checks.js';
import { checkService } from '../doctor/service-checks.js';
import { checkWebhooks } from '../doctor/webhook-checks.js';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));
const COLOUR = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

export const doctor: Command = {
  arguments: [],
  options: { jsonl: { type: 'boolean', help: 'print one JSON object a line' } },
  details: [
    'Checks what it is told of: the database of DATABASE_URL, the service of POS_URL, REDIS_URL, KAFKA_BROKERS and the settings',
    'of webhooks. Ends with 1 when a check fails.',
  ].join('\n'),
  examples: ['posctl doctor', 'posctl doctor --env-file production.env --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer } = invocation;
  const findings = [
    ...(await checkConfiguration(invocation)),
    ...(await checkDatabase(invocation)),
    ...(await checkWeb(invocation)),
    ...(await checkReach(invocation)),
    ...(await checkWebhooks(invocation)),
  ];
  if (printer.settings.json || printer.settings.jsonl) printer.list(findings, []);
  else for (const finding of findings) printer.text(lineOf(invocation, finding));
  return findings.some(({ state }) => state === 'fail') ? EXIT.failed : EXIT.done;
}

async function checkDatabase(invocation: Invocation): Promise<Finding[]> {
  const url = optional(() => databaseUrlOf(invocation));
  if (url === undefined) {
    return [
      warn(
        'database',
        'DATABASE_URL is not set, so the database was not checked',
        'Set it to the URL of the role that owns the tables.',
      ),
    ];
  }
  const [{ withDatabase }, { databaseChecks }] = await Promise.all([
    import('../database.js'),
    import('../doctor/database-checks.js'),
  ]);
  try {
    return await withDatabase(url, async (client) => {
      const findings = [ok('database', 'is reachable')];
      for (const check of databaseChecks(MIGRATIONS)) findings.push(await check(client));
      return findings;
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [fail('database', error.message, error.advice ?? '')];
  }
}

async function checkWeb(invocation: Invocation): Promise<Finding[]> {
  const connection = optional<Connection>(() => connectionOf(invocation));
  if (connection !== undefined) return checkService(connection, invocation.signal);
  return [
    warn(
      'service',
      'no complete connection is set, so the service was not checked',
      'Set POS_URL, POS_TENANT and POS_API_KEY.',
    ),
  ];
}

/** What is not configured is a finding here, not the end. */
function optional<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

function lineOf({ printer }: Invocation, { check, state, found, fix }: Finding): string {
  const word = printer.paint(COLOUR[state], state.padEnd(4));
  return `${word}  ${check}: ${found}${fix === undefined ? '' : `\n      fix: ${fix}`}`;
}
