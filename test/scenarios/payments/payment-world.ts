import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import type { RequestContext } from '../../../src/kernel/context.js';
import { UuidV7Source, type Id, type IdSource, type OutletId, type TenantId } from '../../../src/kernel/ids.js';
import type { Money } from '../../../src/kernel/money.js';
import type { Transactor } from '../../../src/kernel/transaction.js';
import { PostgresChargeRepository } from '../../../src/modules/tendering/adapters/postgres/charge-repository.js';
import { PostgresDueWorks } from '../../../src/modules/tendering/adapters/postgres/due-works.js';
import { PostgresTenderRepository } from '../../../src/modules/tendering/adapters/postgres/tender-repository.js';
import { callerOf } from '../../../src/modules/tendering/adapters/postgres/transaction-caller.js';
import { PostgresTransferRepository } from '../../../src/modules/tendering/adapters/postgres/transfer-repository.js';
import { PostgresUnallocatedRepository } from '../../../src/modules/tendering/adapters/postgres/unallocated-repository.js';
import { Collector } from '../../../src/modules/tendering/application/collector.js';
import { HearOfPayment } from '../../../src/modules/tendering/application/hear-of-payment.js';
import { ProviderTendering } from '../../../src/modules/tendering/application/provider-tendering.js';
import { Providers } from '../../../src/modules/tendering/application/providers.js';
import { ResolveCharge } from '../../../src/modules/tendering/application/resolve-charge.js';
import { SendCharge } from '../../../src/modules/tendering/application/send-charge.js';
import { SendTransfer } from '../../../src/modules/tendering/application/send-transfer.js';
import { SettleCharge } from '../../../src/modules/tendering/application/settle-charge.js';
import { SettleTransfer } from '../../../src/modules/tendering/application/settle-transfer.js';
import { StrayMoney } from '../../../src/modules/tendering/application/stray-money.js';
import { TenderBoard } from '../../../src/modules/tendering/application/tender-board.js';
import type { NewCharge } from '../../../src/modules/tendering/index.js';
import type { PaymentProvider } from '../../../src/modules/tendering/ports/payment-provider.js';
import { createRandomPool } from '../../../src/platform/crypto/random-pool.js';
import { PostgresOutbox } from '../../../src/platform/outbox/postgres-outbox.js';
import { createPool } from '../../../src/platform/postgres/pool.js';
import { PostgresTransactor } from '../../../src/platform/postgres/transactor.js';
import { createTestDatabase, type TestDatabase } from '../../harness/test-database.js';
import { PlainBook, PLAIN_BOOK_TABLE } from './plain-book.js';
import type { VirtualClock } from './virtual-clock.js';

export const KES = (amount: number): Money => ({ amount, currency: 'KES' });
export const ANSWER_MS = 8_000;
export const UNKNOWN_MS = 120_000;
const TIMES = { answerMs: ANSWER_MS, spareMs: 10_000 };

/** The use cases of one process, over what outlives it. */
export function startProcess(
  transactor: Transactor,
  world: { readonly pools: readonly Pool[]; readonly clock: VirtualClock; readonly ids: IdSource },
  provider: PaymentProvider,
) {
  const { clock, ids, pools } = world;
  const [charges, transfers, unallocated] = [
    new PostgresChargeRepository(),
    new PostgresTransferRepository(),
    new PostgresUnallocatedRepository(),
  ];
  const outbox = new PostgresOutbox(ids);
  const failures: unknown[] = [];
  const observer = {
    came: () => undefined,
    strayed: () => undefined,
    failed: (_what: string, error: unknown) => void failures.push(error),
  };
  const unknownMs = (): Promise<number> => Promise.resolve(UNKNOWN_MS);
  const providers = new Providers(() => [provider]);
  const book = new PlainBook();
  const stray = new StrayMoney(unallocated, outbox, ids, observer);
  const settle = new SettleCharge(charges, () => book, stray, outbox, observer, unknownMs, clock);
  const settleTransfer = new SettleTransfer(transfers, charges, unallocated, outbox, unknownMs, clock);
  const sendCharge = new SendCharge(transactor, charges, providers, settle, unknownMs, observer, clock, TIMES);
  const sendTransfer = new SendTransfer(transactor, transfers, providers, settleTransfer, observer, clock, TIMES);
  const outlets = { outlet: () => Promise.resolve(undefined), currency: () => Promise.resolve('KES') };
  const board = new TenderBoard(new PostgresTenderRepository(), outlets);
  const means = { board, charges, transfers, providers, sendCharge, sendTransfer, outbox, callerOf, times: TIMES };
  const worker = pools[1];
  if (worker === undefined) throw new Error('there is no pool for the worker');
  const due = new PostgresDueWorks(worker, ANSWER_MS + TIMES.spareMs);
  const nobody = { authorise: () => Promise.resolve({ approvedBy: null }) };
  return {
    failures,
    transactor,
    book,
    tendering: new ProviderTendering(means),
    hear: new HearOfPayment(charges, transfers, providers, settle, settleTransfer, stray),
    resolve: new ResolveCharge(transactor, charges, settle, sendCharge, nobody),
    collector: new Collector(due, sendCharge, sendTransfer, observer, clock, { concurrency: 4, idleMs: 1_000 }),
  };
}
export type Process = ReturnType<typeof startProcess>;

/** A database with one tenant and a plain book of orders; what of it outlives processes. */
export async function openWorld(clock: VirtualClock) {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const tenantId = randomUUID() as TenantId;
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(
    `insert into tenants (tenant_id, slug, name, currency) values ('${tenantId}', 'shop', 'Shop', 'KES')`,
  );
  await owner.query(`insert into master_data_revisions (tenant_id) values ('${tenantId}')`);
  await owner.query(PLAIN_BOOK_TABLE);
  const pools = [poolOf(database, 'appUrl'), poolOf(database, 'workerUrl')];
  const ids = new UuidV7Source(Date.now, createRandomPool());
  const [pool] = pools as [Pool, Pool];
  const transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    return (await owner.query(text, [...values])).rows as Row[];
  };
  return {
    ...{ clock, ids, pools, transactor, tenantId, rows },
    context: (requestId = 'r'): RequestContext => {
      const principal = { kind: 'user', id: 'anna', permissions: new Set<string>(), test: false } as const;
      return { tenantId, tenantSlug: 'shop', principal, requestId, at: clock.now() };
    },
    close: async (): Promise<void> => {
      await Promise.all([...pools.map((one) => one.end()), owner.end()]);
      await database.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Begins a payment of an order as a sale does: the intent is committed, nobody was called yet. */
export async function beginPayment(world: World, process: Process, amount: number): Promise<NewCharge> {
  const paymentId = world.ids.next<'payment'>();
  const orderId = world.ids.next<'order'>();
  const charge: NewCharge = {
    ...{ paymentId, orderId, orderNumber: 'A-1', outletId: OUTLET, tender: 'card', provider: 'double' },
    ...{ amount: KES(amount), payer: { token: 'tok_secret', phone: '254700000001' }, source: `s:${paymentId}` },
    ...{ fingerprint: 'f', completeOrder: true },
  };
  await process.transactor.run(world.context(), async (tx) => {
    await process.book.open(tx, charge);
    process.tendering.begin(tx, charge);
  });
  return charge;
}

/** The order gives a payment up. */
export async function giveUp(world: World, process: Process, { paymentId }: NewCharge): Promise<boolean> {
  return process.transactor.run(world.context(), async (tx) => {
    if (!(await process.book.giveUp(tx, paymentId))) return false;
    return process.tendering.cancel(tx, paymentId);
  });
}

/** Has money of a captured payment given back: begun, and not sent yet. */
export async function beginRefund(
  world: World,
  process: Process,
  { paymentId, orderId, outletId }: NewCharge,
  amount: number,
): Promise<Id<'provider-refund'>> {
  const id = world.ids.next<'provider-refund'>();
  await process.transactor.run(world.context(), (tx) => {
    const of = { paymentId, orderId, outletId, refundId: randomUUID() };
    process.tendering.beginRefund(tx, { id, ...of, amount: KES(amount), reason: 'cold' });
    return Promise.resolve();
  });
  return id;
}

const OUTLET = randomUUID() as OutletId;

function poolOf(database: TestDatabase, role: 'appUrl' | 'workerUrl'): Pool {
  return createPool({
    ...{ url: database[role], max: 8, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 },
    ...{ applicationName: 'payment-world', onIdleError: () => undefined },
  });
}
