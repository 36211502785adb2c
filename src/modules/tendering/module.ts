import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { PaymentMetrics } from '../../platform/telemetry/payment-metrics.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { ApprovalsFacade } from '../approvals/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { PaymentConnectionsFacade } from '../payment-connections/index.js';
import { bindAirtelMoney } from './adapters/airtel-money/module.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { ChargesController } from './adapters/http/charges.controller.js';
import { ProviderTransfersController } from './adapters/http/provider-transfers.controller.js';
import { tenderingProblems } from './adapters/http/tendering-problems.js';
import { TendersController } from './adapters/http/tenders.controller.js';
import { UnallocatedPaymentsController } from './adapters/http/unallocated-payments.controller.js';
import { bindMpesa } from './adapters/mpesa/module.js';
import { bindOrangeMoney } from './adapters/orange-money/module.js';
import { bindProviderAccounts } from './adapters/payment-connections/module.js';
import { AnsweredPages } from './adapters/payment-connections/payment-pages.js';
import { PostgresChargeRepository } from './adapters/postgres/charge-repository.js';
import { PostgresDueWorks } from './adapters/postgres/due-works.js';
import { readPaymentFigures } from './adapters/postgres/payment-figures.js';
import { PostgresPaymentViews } from './adapters/postgres/payment-views.js';
import { PostgresTenderRepository } from './adapters/postgres/tender-repository.js';
import { tenantSettings } from './adapters/postgres/tenant-settings.js';
import { callerOf } from './adapters/postgres/transaction-caller.js';
import { PostgresTransferRepository } from './adapters/postgres/transfer-repository.js';
import { PostgresUnallocatedRepository } from './adapters/postgres/unallocated-repository.js';
import { bindSimulator } from './adapters/simulator/module.js';
import { PaymentTelemetry } from './adapters/telemetry/payment-telemetry.js';
import { bindTreasury } from './adapters/treasury/module.js';
import { Collector } from './application/collector.js';
import { HandleRefund } from './application/handle-refund.js';
import { HearOfPayment } from './application/hear-of-payment.js';
import { PayOut } from './application/pay-out.js';
import { ProviderTendering } from './application/provider-tendering.js';
import { Providers } from './application/providers.js';
import { ResolveCharge } from './application/resolve-charge.js';
import { SendCharge, type SendingTimes } from './application/send-charge.js';
import { SendTransfer } from './application/send-transfer.js';
import { SetTender } from './application/set-tender.js';
import { ShowCharge } from './application/show-charge.js';
import { SettleCharge, type UnknownMsOf } from './application/settle-charge.js';
import { SettleTransfer } from './application/settle-transfer.js';
import { SettleUnallocated } from './application/settle-unallocated.js';
import { StrayMoney } from './application/stray-money.js';
import { TenderBoard, type TenderOutlets } from './application/tender-board.js';
import { PaymentBook, TenderingFacade } from './application/tendering-facade.js';
import type { PaymentClock } from './ports/payment-clock.js';
import type { PaymentProvider } from './ports/payment-provider.js';

type Bind = ContainerModuleLoadOptions['bind'];

/**
 * Bound once for each provider; tenders name them by `PaymentProvider.name`. One that is not configured says so by `awayFor`, or is
 * not bound. What a provider tells by itself goes to `HearOfPayment`, which is bound by its class.
 */
export const PAYMENT_PROVIDER: ServiceIdentifier<PaymentProvider> = Symbol.for('pos:payment-provider');
/** Time, as payments know it. */
export const PAYMENT_CLOCK: ServiceIdentifier<PaymentClock> = Symbol.for('pos:payment-clock');
const BOOK: ServiceIdentifier<() => PaymentBook> = Symbol.for('pos:payment-book');
const UNKNOWN_MS: ServiceIdentifier<UnknownMsOf> = Symbol.for('pos:payment-unknown-ms');
const TENDER_OUTLETS: ServiceIdentifier<TenderOutlets> = Symbol.for('pos:tender-outlets');

const CONCURRENCY = 4;
const IDLE_MS = 1_000;
/** Beyond the longest call: time to take its outcome down. */
const SPARE_MS = 10_000;

const charges = new PostgresChargeRepository();
const transfers = new PostgresTransferRepository();
const unallocated = new PostgresUnallocatedRepository();
const tenders = new PostgresTenderRepository();

/** The wiring of tenders, and of what providers are asked to do. */
export const tendering = new ContainerModule(({ bind }) => {
  bindProviders(bind);
  bindSurroundings(bind);
  bindSettling(bind);
  bindSending(bind);
  bindCommands(bind);
  bindRoutes(bind);
  bindWork(bind);
});

/**
 * The providers. To add one: `adapters/<name>/module.ts` exports `bind<Name>(bind, PAYMENT_PROVIDER)`, which binds the provider
 * and whatever else it has (routes, health parts, inbox handlers), and this function gets its line.
 */
function bindProviders(bind: Bind): void {
  bindSimulator(bind, PAYMENT_PROVIDER);
  bindProviderAccounts(bind);
  bindMpesa(bind, PAYMENT_PROVIDER);
  bindAirtelMoney(bind, PAYMENT_PROVIDER);
  bindOrangeMoney(bind, PAYMENT_PROVIDER);
  bindTreasury(bind, PAYMENT_PROVIDER);
  // Asked when the first is needed: providers may depend on what depends on them.
  bind(Providers)
    .toDynamicValue((context) => new Providers(() => context.getAll(PAYMENT_PROVIDER)))
    .inSingletonScope();
}

function bindSurroundings(bind: Bind): void {
  bind(PAYMENT_CLOCK).toConstantValue({ now: () => new Date(), chance: Math.random, timer });
  // The orders module is behind it, which depends on this one.
  bind(BOOK).toDynamicValue((context) => () => context.get(PaymentBook));
  bind(UNKNOWN_MS).toResolvedValue(
    (settings) => async (tx) => settings.forTenant(await tenantSettings(tx)).paymentUnknownMs,
    [SETTINGS],
  );
  bind(TENDER_OUTLETS).toResolvedValue(
    (outlets) => ({
      outlet: (tx, id) => outlets.outlet(tx, id),
      currency: async (tx) => (await outlets.tenant(tx)).currency,
    }),
    [OutletsFacade],
  );
  bind(TenderBoard).toResolvedValue((outlets) => new TenderBoard(tenders, outlets), [TENDER_OUTLETS]);
  bind(PaymentTelemetry)
    .toResolvedValue(
      (metrics, logger, pool) => {
        const telemetry = new PaymentTelemetry(new PaymentMetrics(metrics.registry), logger);
        telemetry.watch(() => readPaymentFigures(pool));
        return telemetry;
      },
      [METRICS, LOGGER, WORKER_POOL],
    )
    .inSingletonScope();
}

function bindSettling(bind: Bind): void {
  bind(StrayMoney).toResolvedValue(
    (outbox, ids, telemetry) => new StrayMoney(unallocated, outbox, ids, telemetry),
    [OUTBOX, IDS, PaymentTelemetry],
  );
  bind(SettleCharge).toResolvedValue(
    (book, stray, outbox, telemetry, unknownMs, clock) =>
      new SettleCharge(charges, book, stray, outbox, telemetry, unknownMs, clock),
    [BOOK, StrayMoney, OUTBOX, PaymentTelemetry, UNKNOWN_MS, PAYMENT_CLOCK],
  );
  bind(SettleTransfer).toResolvedValue(
    (outbox, unknownMs, clock) => new SettleTransfer(transfers, charges, unallocated, outbox, unknownMs, clock),
    [OUTBOX, UNKNOWN_MS, PAYMENT_CLOCK],
  );
  bind(HearOfPayment).toResolvedValue(
    (providers, settle, settleTransfer, stray) =>
      new HearOfPayment(charges, transfers, providers, settle, settleTransfer, stray),
    [Providers, SettleCharge, SettleTransfer, StrayMoney],
  );
}

function bindSending(bind: Bind): void {
  bind(SendCharge).toResolvedValue(
    (t, providers, settle, unknownMs, telemetry, clock, settings) =>
      new SendCharge(t, charges, providers, settle, unknownMs, telemetry, clock, timesOf(settings)),
    [TRANSACTOR, Providers, SettleCharge, UNKNOWN_MS, PaymentTelemetry, PAYMENT_CLOCK, SETTINGS],
  );
  bind(SendTransfer).toResolvedValue(
    (t, providers, settle, telemetry, clock, settings) =>
      new SendTransfer(t, transfers, providers, settle, telemetry, clock, timesOf(settings)),
    [TRANSACTOR, Providers, SettleTransfer, PaymentTelemetry, PAYMENT_CLOCK, SETTINGS],
  );
  bind(TenderingFacade)
    .toResolvedValue(
      (board, providers, sendCharge, sendTransfer, outbox, settings) => {
        const means = { board, providers, sendCharge, sendTransfer, outbox, charges, transfers };
        return new ProviderTendering({ ...means, callerOf, times: timesOf(settings) });
      },
      [TenderBoard, Providers, SendCharge, SendTransfer, OUTBOX, SETTINGS],
    )
    .inSingletonScope();
}

function bindCommands(bind: Bind): void {
  bind(SetTender).toResolvedValue(
    (t, outlets, providers, outbox, ids) => new SetTender(t, tenders, outlets, providers, outbox, ids),
    [TRANSACTOR, TENDER_OUTLETS, Providers, OUTBOX, IDS],
  );
  bind(ResolveCharge).toResolvedValue(
    (t, settle, send, approvals) => new ResolveCharge(t, charges, settle, send, approvals),
    [TRANSACTOR, SettleCharge, SendCharge, ApprovalsFacade],
  );
  bind(SettleUnallocated).toResolvedValue(
    (transactor, book, providers, approvals, outbox, ids) =>
      new SettleUnallocated({ transactor, book, providers, approvals, outbox, ids, unallocated, charges, transfers }),
    [TRANSACTOR, BOOK, Providers, ApprovalsFacade, OUTBOX, IDS],
  );
  bind(HandleRefund).toResolvedValue(
    (t, settle) => new HandleRefund(t, transfers, settle),
    [TRANSACTOR, SettleTransfer],
  );
  bind(PayOut).toResolvedValue(
    (t, outlets, providers, outbox, ids) => new PayOut(t, transfers, outlets, providers, outbox, ids),
    [TRANSACTOR, TENDER_OUTLETS, Providers, OUTBOX, IDS],
  );
}

function bindRoutes(bind: Bind): void {
  bind(PostgresPaymentViews).toResolvedValue((t) => new PostgresPaymentViews(t), [TRANSACTOR]);
  bind(TendersController).toResolvedValue(
    (t, board, set) => new TendersController(t, board, tenders, set, cardNumberScreen),
    [TRANSACTOR, TenderBoard, SetTender],
  );
  bind(ChargesController).toResolvedValue(
    (views, connections, resolve) => {
      const show = new ShowCharge(views, new AnsweredPages(connections));
      return new ChargesController(views, show, resolve, cardNumberScreen);
    },
    [PostgresPaymentViews, PaymentConnectionsFacade, ResolveCharge],
  );
  bind(UnallocatedPaymentsController).toResolvedValue(
    (views, settle) => new UnallocatedPaymentsController(views, settle, cardNumberScreen),
    [PostgresPaymentViews, SettleUnallocated],
  );
  bind(ProviderTransfersController).toResolvedValue(
    (views, handle, payOut) => new ProviderTransfersController(views, handle, payOut, cardNumberScreen),
    [PostgresPaymentViews, HandleRefund, PayOut],
  );
  bind(PROBLEMS).toConstantValue(tenderingProblems);
  const types = ['pos.payment.*', 'pos.payout.*'];
  bind(STREAM_TOPIC).toConstantValue({ name: 'payments', permission: 'payments:read', types });
  bind(STREAM_TOPIC).toConstantValue({ name: 'tenders', permission: 'tenders:read', types: ['pos.tender.*'] });
}

function bindWork(bind: Bind): void {
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, sendCharge, sendTransfer, telemetry, clock, settings) => {
      const { answerMs, spareMs } = timesOf(settings);
      const due = new PostgresDueWorks(pool, answerMs + spareMs);
      const pace = { concurrency: CONCURRENCY, idleMs: IDLE_MS };
      return new Collector(due, sendCharge, sendTransfer, telemetry, clock, pace);
    },
    [WORKER_POOL, SendCharge, SendTransfer, PaymentTelemetry, PAYMENT_CLOCK, SETTINGS],
  );
}

function timesOf({ paymentAnswerMs }: Settings): SendingTimes {
  return { answerMs: paymentAnswerMs, spareMs: SPARE_MS };
}

function timer(ms: number): ReturnType<PaymentClock['timer']> {
  let running: NodeJS.Timeout | undefined;
  const rings = new Promise<void>((resolve) => (running = setTimeout(resolve, ms)));
  return { rings, stop: () => clearTimeout(running) };
}
