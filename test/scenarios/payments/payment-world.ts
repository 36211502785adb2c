import { randomUUID } from 'node:crypto';
import { Container } from 'inversify';
import { Client } from 'pg';
import { Registry } from 'prom-client';
import type { Idempotency, RequestContext } from '../../../src/kernel/context.js';
import type { OutletId } from '../../../src/kernel/ids.js';
import type { Money } from '../../../src/kernel/money.js';
import type { Transactor } from '../../../src/kernel/transaction.js';
import { PERMISSIONS } from '../../../src/modules/access/index.js';
import { CheckInvariants } from '../../../src/modules/invariants/application/check-invariants.js';
import { OrderParts } from '../../../src/modules/orders/application/order-parts.js';
import { PlaceOrder } from '../../../src/modules/orders/index.js';
import { orders } from '../../../src/modules/orders/module.js';
import { PaymentTelemetry } from '../../../src/modules/tendering/adapters/telemetry/payment-telemetry.js';
import type { Collector } from '../../../src/modules/tendering/application/collector.js';
import { ResolveCharge } from '../../../src/modules/tendering/application/resolve-charge.js';
import { SetTender } from '../../../src/modules/tendering/application/set-tender.js';
import { HearOfPayment, TenderingFacade } from '../../../src/modules/tendering/index.js';
import { PAYMENT_CLOCK, PAYMENT_PROVIDER, tendering } from '../../../src/modules/tendering/module.js';
import type { PaymentProvider } from '../../../src/modules/tendering/ports/payment-provider.js';
import { PaymentMetrics } from '../../../src/platform/telemetry/payment-metrics.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { BACKGROUND_WORK, IDS, TRANSACTOR } from '../../../src/platform/tokens.js';
import { startService, type TestTenant } from '../../harness/service.js';
import type { VirtualClock } from './virtual-clock.js';

export const KES = (amount: number): Money => ({ amount, currency: 'KES' });
/** The service's own times, of PAYMENT_ANSWER_MS and PAYMENT_UNKNOWN_MS. */
export const ANSWER_MS = 8_000;
export const UNKNOWN_MS = 120_000;

/** Keeps what the program could not do, where it would be a line of the log. */
class Witness extends PaymentTelemetry {
  readonly failures: unknown[] = [];

  constructor() {
    super(new PaymentMetrics(new Registry()), createLogger('silent'));
  }

  override failed(_what: string, error: unknown): void {
    this.failures.push(error);
  }
}

/**
 * A process of the service: orders and tendering put together anew, with nothing remembered. What outlives a process, and what no
 * call to a provider goes through, is the world's.
 */
export function startProcess(
  world: { readonly container: Container; readonly clock: VirtualClock },
  transactor: Transactor,
  provider: PaymentProvider,
) {
  const witness = new Witness();
  const container = new Container({ parent: world.container });
  container.load(tendering, orders);
  container.bind(TRANSACTOR).toConstantValue(transactor);
  for (const replaced of [PAYMENT_PROVIDER, PAYMENT_CLOCK, PaymentTelemetry]) container.unbind(replaced);
  container.bind(PAYMENT_PROVIDER).toConstantValue(provider);
  container.bind(PAYMENT_CLOCK).toConstantValue(world.clock);
  container.bind(PaymentTelemetry).toConstantValue(witness);
  const parts = container.get(OrderParts);
  const works = container.getAll(BACKGROUND_WORK) as readonly { readonly name: string }[];
  const collector = works.find(({ name }) => name === 'tendering') as Collector | undefined;
  if (collector === undefined) throw new Error('nobody goes on with charges');
  return {
    failures: witness.failures,
    place: container.get(PlaceOrder),
    orders: { ...parts.commands(), ...parts.payments() },
    tendering: container.get(TenderingFacade),
    hear: container.get(HearOfPayment),
    resolve: container.get(ResolveCharge),
    setTender: container.get(SetTender),
    collector,
  };
}
export type Process = ReturnType<typeof startProcess>;

/** A service with one shop that sells at any price, and takes cards. */
export async function openWorld(clock: VirtualClock) {
  const service = await startService({ LOG_LEVEL: 'silent' });
  const tenant = await service.createTenant(undefined, 'KES');
  const outletId = await openShop(service, tenant);
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
  const { container } = service.api;
  const context = (requestId = 'r', idempotency?: Idempotency): RequestContext => {
    const principal = { kind: 'user', id: 'anna', permissions: new Set<string>(PERMISSIONS), test: false } as const;
    const whose = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId, at: clock.now() };
    return idempotency === undefined ? whose : { ...whose, idempotency };
  };
  return {
    ...{ clock, container, outletId, tenantId: tenant.id, context, ids: container.get(IDS) },
    transactor: container.get(TRANSACTOR),
    place: (...of: Parameters<PlaceOrder['execute']>) => container.get(PlaceOrder).execute(...of),
    rows: async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
      (await owner.query(text, [...values])).rows as Row[],
    /** Which rules about money are broken, as GET /invariants tells. */
    brokenInvariants: async (): Promise<readonly object[]> => {
      const everything = { from: null, to: null, outletId: null };
      const { findings } = await container.get(CheckInvariants).execute(context(), everything);
      return findings.filter(({ violations }) => violations > 0);
    },
    close: async (): Promise<void> => {
      await owner.end();
      await service.close();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Has the shop's cards collected by the double. */
export async function takeCards(world: World, process: Process): Promise<void> {
  const none = { surcharge: null, minimum: null, maximum: null };
  const card = { name: 'Card', kind: 'card', provider: 'double', referenceRequired: false, refundable: true } as const;
  await process.setTender.execute(
    world.context(),
    { code: 'card', outletId: null, expectedVersion: undefined },
    { ...card, ...none, active: true },
  );
}

/** The keys of requests: what would be answered does not matter here. */
export function idempotency(key: string): Idempotency {
  const answer = { status: 200, headers: {}, body: '' };
  return { key, fingerprint: 'f', answered: () => answer, refused: () => answer };
}

async function openShop({ call }: Awaited<ReturnType<typeof startService>>, tenant: TestTenant): Promise<OutletId> {
  const made = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await call('POST', path, { body, tenant });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as { readonly id: string };
  };
  const untaxed = { code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] };
  const shop = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C', tenders: ['cash', 'card'], taxGroups: [untaxed] };
  const { id } = await made('/outlets', shop);
  const item = { sku: 'any', name: 'Anything', unit: 'each', active: true, taxCategory: 'none', category: 'Things' };
  await made('/catalog/items', { ...item, openPrice: true, price: KES(100) });
  // What is remembered by the whole service comes to be here, not within a process that may die.
  const lines = [{ sku: 'any', unitPrice: KES(500) }];
  const payments = [{ tender: 'cash', amount: KES(500) }];
  const sale = await made('/orders', { outletId: id, lines, payments, complete: true });
  await call('POST', `/orders/${sale.id}/refunds`, { body: { amount: KES(100), reason: 'cold' }, tenant });
  return id as OutletId;
}

/** A name for a request. */
export function newKey(): string {
  return randomUUID();
}
