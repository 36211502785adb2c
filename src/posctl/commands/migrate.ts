import { fileURLToPath } from 'node:url';
import { flagOption, type Command, type Invocation } from '../command.js';
import { databaseUrlOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

const FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

export const migrateCommand: Command = {
  arguments: [],
  options: { 'dry-run': { type: 'boolean', help: 'list the migrations that are missing, apply none' } },
  details: 'Needs DATABASE_URL of the role that owns the tables. Run twice, or by two at once, it does nothing more.',
  examples: [
    'DATABASE_URL=postgres://owner@db:5432/pos posctl migrate',
    'posctl migrate --dry-run --env-file production.env',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer } = invocation;
  const url = databaseUrlOf(invocation);
  const { pendingMigrations, withDatabase } = await import('../database.js');
  if (flagOption(options, 'dry-run')) {
    const pending = await withDatabase(url, (client) => pendingMigrations(client, FOLDER));
    printer.result({ dryRun: true, pending }, () => (pending.length === 0 ? ['Nothing to apply.'] : pending));
    return EXIT.done;
  }
  const { migrate } = await import('../../platform/postgres/migrate.js');
  // The look beforehand turns an unreachable server into its own exit code.
  await withDatabase(url, (client) => client.query('select 1'));
  const report = await migrate(url, FOLDER);
  printer.result(report, () => [
    ...report.applied.map((name) => `applied ${name}`),
    `${report.applied.length} applied, ${report.alreadyThere} were there already.`,
  ]);
  return EXIT.done;
}
