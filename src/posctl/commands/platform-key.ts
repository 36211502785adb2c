import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { databaseUrlOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

const DEFAULT_NAME = 'posctl';

export const platformKey: Command = {
  arguments: [],
  options: {
    name: { type: 'string', value: '<text>', help: `what the key is called in lists; else ${DEFAULT_NAME}` },
    'dry-run': { type: 'boolean', help: 'see that the database answers, make nothing' },
  },
  details: 'Needs DATABASE_URL of a migrated database. The key may do everything on the platform and is shown once.',
  examples: ['posctl platform key', 'posctl platform key --name portal --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer } = invocation;
  const name = textOption(options, 'name') ?? DEFAULT_NAME;
  const databaseUrl = databaseUrlOf(invocation);
  const [{ withDatabase }, { platformKeyInto }] = await Promise.all([
    import('../database.js'),
    import('../seeding.js'),
  ]);
  await withDatabase(databaseUrl, (database) => database.query(`select 1 from tenant_by_slug('platform')`));
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, name }, () => [`A key "${name}" of the platform could be made.`]);
    return EXIT.done;
  }
  const apiKey = await platformKeyInto(databaseUrl, name);
  printer.note('This is the only time that the key is shown.');
  printer.result({ tenant: 'platform', name, apiKey }, () => ['POS_TENANT=platform', `POS_API_KEY=${apiKey}`]);
  return EXIT.done;
}
