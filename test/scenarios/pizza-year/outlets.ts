import type { ApiClient } from '../../../src/posctl/api-client.js';

/** An outlet of the scenario. */
export interface PizzaOutlet {
  readonly id: string;
  readonly name: string;
}

/** One without tax, so that menu prices are totals, and one with 16 % inside the same prices. */
export interface PizzaOutlets {
  readonly untaxed: PizzaOutlet;
  readonly taxed: PizzaOutlet;
}

const UNTAXED = { id: '01970000-0000-7000-8000-00000000a001', name: 'Pizza year', receiptPrefix: 'PY', rate: '0' };
const TAXED = {
  id: '01970000-0000-7000-8000-00000000a002',
  name: 'Pizza year, taxed',
  receiptPrefix: 'PT',
  rate: '16',
};

/** Opens both outlets; they have the tax group that the shaped catalogue names. Done again it changes nothing. */
export async function openPizzaOutlets(client: ApiClient): Promise<PizzaOutlets> {
  return { untaxed: await open(client, UNTAXED), taxed: await open(client, TAXED) };
}

async function open(client: ApiClient, { id, name, receiptPrefix, rate }: typeof UNTAXED): Promise<PizzaOutlet> {
  const taxes = [{ code: 'VAT', name: 'VAT', rate, compound: false }];
  const outlet = {
    id,
    name,
    receiptPrefix,
    currency: 'USD',
    timeZone: 'America/New_York',
    tenders: ['cash', 'card'],
    taxGroups: [{ code: 'none', name: 'Menu', mode: 'inclusive', taxes }],
  };
  await client.json({ method: 'POST', path: '/outlets', body: JSON.stringify(outlet), idempotencyKey: `open-${id}` });
  return { id, name };
}
