import { GIFT_CARD_CODES, SCALE_LABEL, WELCOME_CODE } from '../seed/demo-prices.js';
import type { DemoPerson } from '../seed/demo-staff.js';
import { DRAWER_NAMES, HOUSE_ACCOUNT } from '../seed/demo-till.js';
import type { TenantSeed } from '../seed/demo-tenant.js';

/** What the demo prints when it is ready. */
export interface Welcome {
  readonly baseUrl: string;
  readonly tenant: TenantSeed;
  readonly apiKey: string;
  readonly staff: readonly DemoPerson[];
  /** Undefined where too many wait already. */
  readonly linkCode: string | undefined;
  readonly demoFile: string;
  readonly database: string;
  readonly seconds: number;
}

/** The lines that take a stranger to a first sale. */
export function welcome(demo: Welcome): string {
  const { baseUrl, tenant, apiKey, seconds } = demo;
  return [
    '',
    `pos-service is ready after ${seconds.toFixed(1)} s.`,
    '',
    ...whereabouts(demo),
    '',
    'Sell a coffee:',
    '',
    coffeeSale(baseUrl, tenant, apiKey),
    '',
    'Ask what a large latte with oat milk and a croissant cost with a code, and why:',
    '',
    latteQuote(baseUrl, tenant, apiKey),
    '',
    `Codes to try: promotion ${WELCOME_CODE} (once a customer), gift cards ${GIFT_CARD_CODES.join(' and ')},`,
    `scale label ${SCALE_LABEL} at Market Lane, customer "sam" is staff, house account ${HOUSE_ACCOUNT}.`,
    '',
    `Drawer "${DRAWER_NAMES[0]}" is open, "${DRAWER_NAMES[1]}" is not; yesterday is closed. A day from float to Z:`,
    'docs/guides/run-the-cash-of-a-day.md, or by hand:',
    '',
    '  node dist/posctl/posctl.js drawers sessions',
    '  node dist/posctl/posctl.js zreports list',
    '',
    'Watch it happen, in another terminal:',
    '',
    '  node dist/posctl/posctl.js events tail',
    '',
    'A business of your own, from its registration to its first Z: docs/guides/open-a-business.md.',
    'Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');
}

function whereabouts(demo: Welcome): string[] {
  const { baseUrl, tenant, apiKey, demoFile, database } = demo;
  return [
    `  Till       ${tillAddress(demo)}`,
    `  API        ${baseUrl}/v1/${tenant.slug}/pos`,
    `  Reference  ${baseUrl}/docs`,
    `  Contract   ${baseUrl}/openapi.json   ${baseUrl}/events.yaml`,
    `  Health     ${baseUrl}/readyz   ${baseUrl}/metrics`,
    `  Database   ${database}`,
    `  Outlets    ${tenant.outlets.map(({ name }) => name).join(', ')}`,
    `  API key    ${apiKey}`,
    `  PINs       ${demo.staff.map(({ name, role, pin }) => `${pin} ${name}, ${role}`).join('   ')}`,
    `  Link code  ${linking(demo)}`,
    `  Scripts    ${demoFile} has what they need`,
  ];
}

/** Where the till is; behind the `#` lies what links the browser that opens it, and no server sees that. */
function tillAddress({ baseUrl, tenant, linkCode }: Welcome): string {
  const till = `${baseUrl}/till/`;
  return linkCode === undefined ? till : `${till}#business=${tenant.slug}&code=${linkCode}`;
}

/** What makes a till of another machine; at it, people sign in with their PINs. */
function linking({ linkCode, tenant }: Welcome): string {
  const how = 'docs/guides/link-a-device.md';
  if (linkCode === undefined) return `none, too many wait already: ${how}`;
  return `${linkCode}, good for one till at ${tenant.outlets[0]?.name} within ten minutes: ${how}`;
}

/** A command that sells a coffee. */
export function coffeeSale(baseUrl: string, { slug, currency, outlets: [outlet] }: TenantSeed, apiKey: string): string {
  const sale = {
    outletId: outlet?.id,
    lines: [{ sku: 'coffee', quantity: '1' }],
    payments: [{ tender: 'cash', amount: { amount: 500, currency } }],
    complete: true,
  };
  return curl(`${baseUrl}/v1/${slug}/pos/orders`, apiKey, 'coffee', sale);
}

/** A command that asks for a price with modifiers and a code, and stores nothing. */
export function latteQuote(baseUrl: string, { slug, outlets: [outlet] }: TenantSeed, apiKey: string): string {
  const quote = {
    outletId: outlet?.id,
    customerId: 'ada',
    lines: [{ sku: 'latte', modifiers: ['large', 'oat'] }, { sku: 'croissant' }],
    promoCodes: [WELCOME_CODE],
  };
  return curl(`${baseUrl}/v1/${slug}/pos/quotes`, apiKey, 'quote', quote);
}

function curl(url: string, apiKey: string, key: string, body: object): string {
  return [
    `  curl -sS ${url} \\`,
    `    -H 'Authorization: Bearer ${apiKey}' \\`,
    `    -H 'Content-Type: application/json' -H "Idempotency-Key: ${key}-$(date +%s)-$$" \\`,
    `    -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
