import { randomUUID } from 'node:crypto';
import { isTimeZone } from '../../kernel/business-time.js';
import { isCurrency } from '../../kernel/currencies.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { databaseUrlOf, environmentOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { pinLines } from '../pin-lines.js';
import type { SeedGoods } from '../../app/seed/demo-goods.js';
import type { TenantSeed } from '../../app/seed/demo-tenant.js';

const NAME = 'tenant create';
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const tenantCreate: Command = {
  arguments: ['<slug>'],
  options: {
    name: { type: 'string', value: '<text>', help: 'what people call the business; else the slug' },
    currency: { type: 'string', value: '<code>', help: 'needed, such as KES; cannot be changed once orders are in it' },
    'time-zone': { type: 'string', value: '<zone>', help: 'of the first outlet; else UTC' },
    outlet: { type: 'string', value: '<name>', help: 'name of the first outlet; else the name of the business' },
    demo: { type: 'boolean', help: 'fill it with the outlets, menu, prices, drawers and staff of the demo' },
    'dry-run': { type: 'boolean', help: 'check the values, write nothing' },
  },
  details:
    'Needs DATABASE_URL of a migrated database. Makes the tenant, a first outlet and a first API key, which is shown once. With --demo ' +
    'and the SECRETS_KEY of the service its staff has PINs to begin with, shown once as well.',
  examples: [
    'posctl tenant create acme --name "Acme Street Food" --currency KES --time-zone Africa/Nairobi',
    'posctl tenant create trial --currency USD --demo --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer } = invocation;
  const [slug = ''] = invocation.arguments;
  const { demoTenant } = await import('../../app/seed/demo-tenant.js');
  const tenant = tenantOf(invocation, slug, demoTenant);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, slug, currency: tenant.currency }, () => [`Tenant ${slug} could be made.`]);
    return EXIT.done;
  }
  const databaseUrl = databaseUrlOf(invocation);
  const { withDatabase } = await import('../database.js');
  const taken = await withDatabase(databaseUrl, async (database) => {
    const { rows } = await database.query('select 1 from tenant_by_slug($1)', [slug]);
    return rows.length > 0;
  });
  if (taken) throw new CommandError(EXIT.conflict, `There is a tenant "${slug}" already.`, 'Choose another slug.');
  const { seedInto } = await import('../seeding.js');
  const goods = flagOption(options, 'demo') ? await goodsOf(tenant) : {};
  const plan = { tenant, knownKey: undefined, renewKey: false, catalog: undefined, ...goods };
  const { apiKey, pins } = await seedInto(databaseUrl, plan, environmentOf(invocation)['SECRETS_KEY']);
  const [outlet] = tenant.outlets;
  const made = { tenant: slug, currency: tenant.currency, outletId: outlet?.id, apiKey, pins };
  printer.note(`This is the only time that the key${pins.length > 0 ? ' and the PINs are' : ' is'} shown.`);
  printer.result(made, () => [
    `POS_TENANT=${slug}`,
    `POS_API_KEY=${apiKey}`,
    `# first outlet: ${outlet?.id} ${outlet?.name}`,
    ...pinLines(pins),
  ]);
  return EXIT.done;
}

/** What the demo sells, and who does: PINs that everybody knows are for demos on one's own machine. */
async function goodsOf(tenant: TenantSeed): Promise<Partial<SeedGoods>> {
  const { demoGoods } = await import('../../app/seed/demo-goods.js');
  const goods = demoGoods(tenant);
  return { ...goods, staff: goods.staff.map((person) => ({ ...person, pin: null })) };
}

/** The demo's outlets, the first by the caller's name and all in the caller's time zone where there is one. */
function demoOutlets({ outlets }: TenantSeed, options: Invocation['options']): TenantSeed['outlets'] {
  const [timeZone, first] = [textOption(options, 'time-zone'), textOption(options, 'outlet')];
  return outlets.map((outlet, index) => ({
    ...outlet,
    ...(timeZone !== undefined && { timeZone }),
    ...(first !== undefined && index === 0 && { name: first }),
  }));
}

type MakeTenant = (seed: string, slug: string, currency: string) => TenantSeed;

/** The demo's tenant with one outlet, fresh ids and the caller's words. */
function tenantOf({ options }: Invocation, slug: string, make: MakeTenant): TenantSeed {
  const currency = textOption(options, 'currency');
  const timeZone = textOption(options, 'time-zone') ?? 'UTC';
  if (!SLUG.test(slug)) throw usageError(NAME, 'A slug is 1 to 63 small letters, digits or "-", not at the ends.');
  if (currency === undefined || !isCurrency(currency))
    throw usageError(NAME, '--currency is needed: a code such as KES.');
  if (!isTimeZone(timeZone)) throw usageError(NAME, `"${timeZone}" is no time zone: name it like Africa/Nairobi.`);
  const name = textOption(options, 'name') ?? slug;
  const seed = make(randomUUID(), slug, currency);
  if (flagOption(options, 'demo')) return { ...seed, name, outlets: demoOutlets(seed, options) };
  const first = seed.outlets.slice(0, 1).map((outlet) => ({
    ...outlet,
    name: textOption(options, 'outlet') ?? name,
    timeZone,
    openingHours: {},
    receipt: { ...outlet.receipt, addressLines: [], footer: null },
  }));
  return { ...seed, name, outlets: first };
}
