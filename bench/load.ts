import autocannon from 'autocannon';
import { randomBytes } from 'node:crypto';
import { UuidV7Source } from '../src/kernel/ids.js';

/** Where sales are sent, and what they are made of. */
export interface LoadTarget {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly apiKey: string;
  readonly outletId: string;
  readonly skus: readonly string[];
  /** What tells who sells, of one request; else the API key. */
  readonly credentials?: () => Readonly<Record<string, string>>;
}

/** What a run of load came to. */
export interface LoadResult {
  readonly salesPerSecond: number;
  readonly sales: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
}

const LINES = 5;
const PRICE = 100;

/** Rings up complete one-call sales of five lines, each with its own id and key, for a number of seconds. */
export async function ringUp(target: LoadTarget, connections: number, seconds: number): Promise<LoadResult> {
  const ids = new UuidV7Source(Date.now, (size) => randomBytes(size));
  const result = await autocannon({
    url: target.baseUrl,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        method: 'POST',
        path: `/v1/${target.tenant}/pos/orders`,
        setupRequest: (request) => {
          const id = ids.next();
          const headers = {
            ...(target.credentials?.() ?? { authorization: `Bearer ${target.apiKey}` }),
            'content-type': 'application/json',
            'idempotency-key': id,
          };
          return { ...request, headers, body: JSON.stringify(saleOf(id, target)) };
        },
      },
    ],
  });
  const sales = result['2xx'];
  const failures = result.non2xx + result.errors + result.timeouts;
  return {
    salesPerSecond: sales / result.duration,
    sales,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures,
  };
}

function saleOf(id: string, { outletId, skus }: LoadTarget): object {
  const start = Math.floor(Math.random() * skus.length);
  const lines = Array.from({ length: LINES }, (_, index) => {
    return { sku: skus[(start + index) % skus.length], quantity: '1', modifiers: [], note: null };
  });
  const payments = [{ tender: 'cash', amount: { amount: LINES * PRICE, currency: 'USD' } }];
  return {
    ...{ id, outletId, channel: 'counter', placedAt: new Date().toISOString(), lines, promoCodes: [] },
    ...{ customerId: null, tableId: null, payments, complete: true },
  };
}
