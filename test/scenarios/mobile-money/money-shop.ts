import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { AirtelDouble } from '../../../src/clients/airtel-money/airtel-double.examples.js';
import { MpesaDouble, type DoublePush } from '../../../src/clients/mpesa/mpesa-double.examples.js';
import { OrangeDouble } from '../../../src/clients/orange-money/orange-double.examples.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';

const PROVIDERS = ['mpesa', 'airtel_money', 'orange_money'] as const;
export type Provider = (typeof PROVIDERS)[number];
export const KES = (amount: number) => ({ amount, currency: 'KES' });
/** What one coffee costs: the amount of the vectors. */
export const PRICE = KES(125_000);

type Json = Answer['body'];

/** A shop in Nairobi that is connected to three companies of mobile money, each a double with a ledger of its own. */
export class MoneyShop {
  private constructor(
    readonly service: TestService,
    readonly tenant: TestTenant,
    readonly mpesa: MpesaDouble,
    readonly airtel: AirtelDouble,
    readonly orange: OrangeDouble,
    readonly outletId: string,
    /** The words in the addresses that the companies were given. */
    readonly tokens: Readonly<Record<Provider, string>>,
  ) {}

  static async open(): Promise<MoneyShop> {
    const [mpesa, airtel, orange] = [await MpesaDouble.start(), await AirtelDouble.start(), await OrangeDouble.start()];
    const service = await startService({
      SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
      WEBHOOK_ALLOW: [mpesa.host, airtel.host, orange.host].join(','),
      PAYMENT_ANSWER_MS: '5000',
    });
    const tenant = await service.createTenant(undefined, 'KES');
    const call = async (method: string, path: string, body: object): Promise<Json> => {
      const answer = await service.call(method, path, { body, tenant });
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
      return answer.body;
    };
    const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] }];
    const place = { name: 'Harbour', timeZone: 'Africa/Nairobi', receiptPrefix: 'H', taxGroups };
    const { id: outletId } = await call('POST', '/outlets', { ...place, tenders: ['cash', ...PROVIDERS] });
    const details = { name: 'Coffee', category: 'Coffee', taxCategory: 'standard', unit: 'each', active: true };
    await call('POST', '/catalog/items', { sku: 'coffee', price: PRICE, ...details });
    const connected = connections(mpesa, airtel, orange);
    const tokens: Record<string, string> = {};
    for (const provider of PROVIDERS) {
      await call('PUT', `/tenders/${provider}`, { name: provider, kind: 'mobile_money', provider });
      const path = `/v1/${tenant.slug}/integrations/payment-connections/${randomUUID()}`;
      tokens[provider] = (await call('PUT', path, { provider, ...connected[provider] })).callbackToken;
    }
    return new MoneyShop(service, tenant, mpesa, airtel, orange, outletId, tokens as Record<Provider, string>);
  }

  async close(): Promise<void> {
    await this.service.close();
    await Promise.all([this.mpesa.stop(), this.airtel.stop(), this.orange.stop()]);
  }

  call(method: string, path: string, body?: object): Promise<Answer> {
    return this.service.call(method, path, { tenant: this.tenant, ...(body !== undefined && { body }) });
  }

  async called(method: string, path: string, body?: object): Promise<Json> {
    const answer = await this.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  /** An order of so many coffees, unpaid. */
  order(quantity = 1): Promise<Json> {
    return this.called('POST', '/orders', {
      outletId: this.outletId,
      lines: [{ sku: 'coffee', quantity: String(quantity) }],
    });
  }

  /** Asks a customer to pay; what is answered is the order. @returns the payment on it. */
  async pay(orderId: string, tender: Provider, amount = PRICE, more: object = {}): Promise<Json> {
    const body = { tender, amount, payer: { phone: '254700000001' }, ...more };
    const order = await this.called('POST', `/orders/${orderId}/payments`, body);
    return order.payments.at(-1);
  }

  shown(orderId: string): Promise<Json> {
    return this.called('GET', `/orders/${orderId}`);
  }

  async paymentOf(orderId: string): Promise<Json> {
    return (await this.shown(orderId)).payments.at(-1);
  }

  /** Asks the provider now, as the worker would a little later. */
  check(paymentId: string): Promise<Answer> {
    return this.call('POST', `/charges/${paymentId}/check`);
  }

  /** A provider calls back. @param path instead of the address without a request. */
  callBack(provider: Provider, body: object, path?: string): Promise<Answer> {
    const address = path ?? `/v1/${this.tenant.slug}/integrations/payments/${provider}/${this.tokens[provider]}`;
    return this.service.call('POST', address, { token: null, withoutKey: true, body });
  }

  /** M-Pesa calls the address that it was given for the push. */
  mpesaCallsBack(push: DoublePush, body: object): Promise<Answer> {
    return this.callBack('mpesa', body, new URL(push.callbackUrl).pathname);
  }

  lastPush(): DoublePush {
    const push = this.mpesa.pushes.at(-1);
    if (push === undefined) throw new Error('nobody was asked to pay');
    return push;
  }

  /** How many events of the shop have a text in them. */
  async eventsWith(text: string): Promise<number> {
    const client = new Client({ connectionString: this.service.database.ownerUrl });
    await client.connect();
    try {
      await client.query("select set_config('app.tenant_id', $1, false)", [this.tenant.id]);
      const found = 'select 1 from events where position($1 in data::text) > 0';
      return (await client.query(found, [text])).rows.length;
    } finally {
      await client.end();
    }
  }

  async unallocated(): Promise<Json[]> {
    return (await this.called('GET', '/unallocated-payments')).data;
  }
}

function connections(mpesa: MpesaDouble, airtel: AirtelDouble, orange: OrangeDouble): Record<Provider, object> {
  const { shortcode, ...mpesaSecrets } = mpesa.account;
  const callbackBase = 'https://pos.example.com';
  const pages = { returnUrl: 'https://shop.example.com/thanks', cancelUrl: 'https://shop.example.com/again' };
  return {
    mpesa: { settings: { shortcode, callbackBase, baseUrl: mpesa.url }, secrets: mpesaSecrets },
    airtel_money: {
      settings: { country: 'KE', baseUrl: airtel.url },
      secrets: { ...airtel.account, callbackKey: airtel.callbackKey },
    },
    orange_money: { settings: { country: 'ci', callbackBase, ...pages, baseUrl: orange.url }, secrets: orange.account },
  };
}
