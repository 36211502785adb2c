import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import type { Ledger } from '../receipts.js';
import type { Shop } from '../shop.js';
import type { TillAnswer, TillClient } from '../till-client.js';

const CHANGES_MAX = 6;
const AT_ONCE_MAX = 3;

/**
 * Puts goods into the catalogue that nobody sells, and changes each several times, some of it at the same time through both
 * instances: another kind of aggregate, in another topic, whose events come from transactions that wait for each other.
 */
export class Clerk {
  constructor(
    private readonly shop: Shop,
    private readonly ledger: Ledger,
    private readonly chance: Chance,
    private readonly client: TillClient,
    private readonly thinkMs: number,
  ) {}

  /** Works until the signal, and finishes what is in hand. */
  async work(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await this.stock();
      await sleep(this.chance.next() * this.thinkMs * 2);
    }
  }

  private async stock(): Promise<void> {
    const id = this.chance.uuid();
    const price = { amount: this.chance.integer(1, 9_999), currency: this.shop.currency };
    const item = { id, sku: `stock-${id}`, name: 'in stock', price, category: 'stock', taxCategory: 'standard' };
    if (!this.is(201, await this.send('POST', '/catalog/items', item))) return;
    for (let left = this.chance.integer(1, CHANGES_MAX); left > 0;) {
      const atOnce = Math.min(left, this.chance.integer(1, AT_ONCE_MAX));
      const changes = Array.from({ length: atOnce }, () => ({
        name: `in stock, ${this.chance.integer(1, 999)} pieces`,
      }));
      const answers = await Promise.all(changes.map((body) => this.send('PATCH', `/catalog/items/${id}`, body)));
      for (const answer of answers) this.is(200, answer);
      left -= atOnce;
    }
  }

  private send(method: string, path: string, body: object): Promise<TillAnswer> {
    return this.client.deliver({
      method,
      path: `/v1/${this.shop.slug}/pos${path}`,
      headers: {
        Authorization: `Bearer ${this.shop.apiKey}`,
        'Content-Type': 'application/json',
        ...(method === 'POST' && { 'Idempotency-Key': this.chance.uuid() }),
      },
      body: JSON.stringify(body),
    });
  }

  private is(expected: number, { status, body }: TillAnswer): boolean {
    if (status === expected) return true;
    this.ledger.complaints.push(`the clerk was answered ${status} instead of ${expected}: ${body.slice(0, 300)}`);
    return false;
  }
}
