import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { databaseUrlOf, environmentOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { usageError } from '../arguments.js';
import { pinLines } from '../pin-lines.js';

const DEFAULT_TENANT = 'demo';

export const seedCommand: Command = {
  arguments: [],
  options: {
    tenant: { type: 'string', value: '<slug>', help: `which tenant; else ${DEFAULT_TENANT}` },
    seed: { type: 'string', value: '<text>', help: `the same seed gives the same ids; else ${DEFAULT_TENANT}` },
    currency: { type: 'string', value: '<code>', help: 'of a tenant that is new; else USD' },
    'new-key': { type: 'boolean', help: 'make another API key for a tenant that was there already' },
    'dry-run': { type: 'boolean', help: 'show what would be there, write nothing' },
  },
  details:
    'Needs DATABASE_URL of a migrated database. What is there already stays as it is. A new tenant gets a key; with the SECRETS_KEY ' +
    'of the service its staff gets PINs.',
  examples: ['posctl seed', 'posctl seed --tenant acme --seed 42 --currency KES --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer } = invocation;
  const slug = textOption(options, 'tenant') ?? DEFAULT_TENANT;
  const currency = textOption(options, 'currency') ?? 'USD';
  const [{ demoTenant }, { DEMO_MENU }, { demoGoods }, { isCurrency }] = await Promise.all([
    import('../../app/seed/demo-tenant.js'),
    import('../../app/seed/demo-menu.js'),
    import('../../app/seed/demo-goods.js'),
    import('../../kernel/currencies.js'),
  ]);
  if (!isCurrency(currency)) throw usageError('seed', `"${currency}" is no currency.`);
  const tenant = demoTenant(textOption(options, 'seed') ?? DEFAULT_TENANT, slug, currency);
  const outlets = tenant.outlets.map(({ id, name, timeZone }) => ({ id, name, timeZone }));
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, tenant: slug, outlets, items: DEMO_MENU.length }, () => [
      `Tenant ${slug} would have ${outlets.map(({ name }) => name).join(', ')} and ${DEMO_MENU.length} items.`,
    ]);
    return EXIT.done;
  }
  const databaseUrl = databaseUrlOf(invocation);
  const [{ withDatabase }, { seedInto }] = await Promise.all([import('../database.js'), import('../seeding.js')]);
  await withDatabase(databaseUrl, (database) => database.query('select 1'));
  const { POS_API_KEY: knownKey, SECRETS_KEY: secretsKey } = environmentOf(invocation);
  const plan = { tenant, knownKey, renewKey: flagOption(options, 'new-key'), ...demoGoods(tenant) };
  const report = await seedInto(databaseUrl, plan, secretsKey);
  printer.result({ tenant: slug, currency, outlets, ...report }, () => [
    `Tenant ${slug} ${report.tenantRegistered ? 'is registered' : 'was there'}: ${outlets.length} outlets, ${report.itemsCreated} items added${report.pricesFilled ? ', with modifiers, pricebooks, promotions, members and gift cards' : ''}${report.tillFilled ? ', drawers, tables, a house account and a closed yesterday' : ''}.`,
    report.apiKey === undefined
      ? '# its keys stay as they are; --new-key makes another'
      : `POS_API_KEY=${report.apiKey}`,
    ...pinLines(report.pins),
  ]);
  return EXIT.done;
}
