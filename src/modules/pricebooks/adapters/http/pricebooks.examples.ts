import { randomUUID } from 'node:crypto';
import type { Answer, CallOptions, TestService, TestTenant } from '../../../../../test/harness/service.js';

/** Dollars and cents. */
export const USD = (amount: number) => ({ amount, currency: 'USD' });
export const absolute = (sku: string, amount: number) => ({ sku, kind: 'absolute', amount: USD(amount) });
export const percent = (sku: string, rate: string) => ({ sku, kind: 'percent', rate });

/** A business with two outlets and a menu, and its pricebooks over HTTP. */
export class PricebookShop {
  private constructor(
    private readonly service: TestService,
    readonly tenant: TestTenant,
    readonly harbour: string,
    readonly airport: string,
  ) {}

  static async open(service: TestService): Promise<PricebookShop> {
    const tenant = await service.createTenant();
    const outlet = async (name: string, timeZone: string): Promise<string> => {
      const taxes = [{ code: 'VAT', name: 'VAT', rate: '16' }];
      const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }];
      const body = { name, timeZone, receiptPrefix: name.slice(0, 1), taxGroups };
      return (await service.call('POST', '/outlets', { tenant, body })).body.id;
    };
    const [harbour, airport] = [await outlet('Harbour', 'Africa/Nairobi'), await outlet('Airport', 'America/New_York')];
    for (const [sku, category] of [
      ['latte', 'Coffee'],
      ['chai', 'Tea'],
    ]) {
      const body = { sku, name: sku, category, price: USD(500), taxCategory: 'standard' };
      await service.call('POST', '/catalog/items', { tenant, body });
    }
    return new PricebookShop(service, tenant, harbour, airport);
  }

  call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.service.call(method, `/pricebooks${path}`, {
      tenant: this.tenant,
      ...(body === undefined ? {} : { body }),
      ...options,
    });
  }

  /** Calls and insists on success. @returns the body. */
  async ok(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer['body']> {
    const answer = await this.call(method, path, body, options);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** Makes a book. @returns its id. */
  async book(wish: object = {}): Promise<string> {
    return (await this.ok('POST', '', { name: `Book ${randomUUID()}`, currency: 'USD', ...wish })).id;
  }

  /** Makes a book that is in force. @returns its id. */
  async published(wish: object = {}, entries: object[] = []): Promise<string> {
    const id = await this.book(wish);
    await this.ok('PATCH', `/${id}/draft/entries`, { set: entries });
    await this.ok('POST', `/${id}/publish`, {});
    return id;
  }

  /** Begins the next version, changes it and publishes it. */
  async republish(id: string, set: object[], remove: string[] = []): Promise<void> {
    await this.ok('POST', `/${id}/versions`, {});
    await this.ok('PATCH', `/${id}/draft/entries`, { set, remove });
    await this.ok('POST', `/${id}/publish`, {});
  }

  /** The price of a latte at the harbour, and why. */
  async latte(query: Readonly<Record<string, string>> = {}): Promise<Answer['body']> {
    const parameters = new URLSearchParams({ sku: 'latte', outletId: this.harbour, ...query });
    return this.ok('GET', `/effective?${parameters.toString()}`);
  }
}
