import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';

/** An item as the double sends it. */
export type DoubleItem = Readonly<Record<string, unknown>> & { readonly sku: string };

interface Kept {
  readonly item: DoubleItem;
  readonly revision: number;
}

/** What the double was asked. */
export interface Asked {
  readonly since: string | null;
  readonly cursor: string | null;
  readonly items: number;
}

/** Checks that an answer is what the contract says. */
export function contractOfItems(): ValidateFunction {
  const schema = JSON.parse(readFileSync('src/clients/inventory/items-answer.schema.json', 'utf8')) as object;
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

/** A sound item. */
export function soldItem(sku: string, changes: Readonly<Record<string, unknown>> = {}): DoubleItem {
  return {
    ...{ sku, name: `Item ${sku}`, category: 'Things', price: '2.50', currency: 'USD', taxCategory: 'standard' },
    ...changes,
  };
}

/** The inventory service, as its contract describes it, over real HTTP. One business; each change is a revision. */
export class InventoryDouble {
  readonly asked: Asked[] = [];
  /** What the next requests are answered instead of the truth; `undefined` is the truth. */
  readonly instead: (((response: ServerResponse) => void) | undefined)[] = [];
  /** Revisions before this are forgotten. */
  oldest = 0;
  pageItems = Infinity;
  /** Lets bad items out, which the contract forbids and life does not. */
  mayBreak = false;
  private readonly kept = new Map<string, Kept>();
  private revision = 0;
  private readonly isSound = contractOfItems();
  private readonly server = createServer((request, response) => this.answer(request, response));

  /** Has to be awaited before `url`. */
  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  put(...items: readonly DoubleItem[]): void {
    this.revision += 1;
    for (const item of items) this.kept.set(item.sku, { item, revision: this.revision });
  }

  /** Leaves a tombstone. */
  remove(sku: string): void {
    this.put({ sku, deleted: true });
  }

  /** Takes items away without a tombstone, as a restored backup would. */
  forget(...skus: readonly string[]): void {
    this.revision += 1;
    for (const sku of skus) this.kept.delete(sku);
  }

  /** As new, at the same address. */
  reset(): void {
    this.kept.clear();
    this.revision = 0;
    this.oldest = 0;
    this.pageItems = Infinity;
    this.mayBreak = false;
    this.asked.length = 0;
    this.instead.length = 0;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    const since = url.searchParams.get('since');
    const cursor = url.searchParams.get('cursor');
    const instead = this.instead.shift();
    if (instead !== undefined) {
      instead(response);
      return;
    }
    if (!/^\/v1\/[^/]+\/inventory\/items$/.test(url.pathname) || request.headers.authorization !== 'Bearer secret') {
      response.writeHead(404).end();
      return;
    }
    if (since !== null && Number(since) < this.oldest) {
      response.writeHead(410).end();
      return;
    }
    const limit = Math.min(Number(url.searchParams.get('limit')), this.pageItems);
    const all = [...this.kept.values()]
      .filter(({ item, revision }) => (since === null ? item['deleted'] !== true : revision > Number(since)))
      .map(({ item }) => item);
    const from = Number(cursor ?? 0);
    const items = all.slice(from, from + limit);
    const nextCursor = from + limit < all.length ? String(from + limit) : null;
    this.asked.push({ since, cursor, items: items.length });
    const body = { revision: String(this.revision), items, nextCursor };
    if (!this.isSound(body) && !this.mayBreak)
      throw new Error(`the double breaks its contract: ${JSON.stringify(this.isSound.errors)}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}
