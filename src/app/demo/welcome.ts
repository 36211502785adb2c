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
  return [
    `  curl -sS ${baseUrl}/v1/${slug}/pos/orders \\`,
    `    -H 'Authorization: Bearer ${apiKey}' \\`,
    `    -H 'Content-Type: application/json' -H "Idempotency-Key: coffee-$(date +%s)-$$" \\`,
    `    -d '${JSON.stringify(sale)}'`,
  ].join('\n');
}
