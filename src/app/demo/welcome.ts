import { GIFT_CARD_CODES, SCALE_LABEL, WELCOME_CODE } from '../seed/demo-prices.js';
import { DRAWER_NAMES, HOUSE_ACCOUNT } from '../seed/demo-till.js';
import type { TenantSeed } from '../seed/demo-tenant.js';

/** What the demo prints when it is ready. */
export interface Welcome {
  readonly baseUrl: string;
  readonly tenant: TenantSeed;
  readonly apiKey: string;
  readonly demoFile: string;
  readonly database: string;
  readonly seconds: number;
}

/** The lines that take a stranger to a first sale. */
export function welcome({ baseUrl, tenant, apiKey, demoFile, database, seconds }: Welcome): string {
  return [
    '',
    `pos-service is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  API        ${baseUrl}/v1/${tenant.slug}/pos`,
    `  Reference  ${baseUrl}/docs`,
    `  Contract   ${baseUrl}/openapi.json   ${baseUrl}/events.yaml`,
    `  Health     ${baseUrl}/readyz   ${baseUrl}/metrics`,
    `  Database   ${database}`,
    `  Outlets    ${tenant.outlets.map(({ name }) => name).join(', ')}`,
    `  API key    ${apiKey}`,
    `  Scripts    ${demoFile} says the same`,
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
    'Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');
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
