import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { IDS, OUTBOX, SIDE_TRANSACTOR, TRANSACTOR } from '../../platform/tokens.js';
import { CatalogFacade } from '../catalog/index.js';
import { GiftCardsFacade } from '../gift-cards/index.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { LoyaltyFacade } from '../loyalty/index.js';
import { OutletDiscovery, OutletsFacade } from '../outlets/index.js';
import { PricebooksFacade } from '../pricebooks/index.js';
import { PromotionsFacade } from '../promotions/index.js';
import { ApprovalsFacade } from '../approvals/index.js';
import { DrawersFacade } from '../drawers/index.js';
import { HouseAccountsFacade } from '../house-accounts/index.js';
import { PaymentBook, TenderingFacade } from '../tendering/index.js';
import { SecondPersons } from './adapters/approvals/second-persons.js';
import { DrawerSessions } from './adapters/drawers/drawer-sessions.js';
import { AccountLedger } from './adapters/house-accounts/account-ledger.js';
import { OrderMeter } from './adapters/licensing/order-meter.js';
import { OrderPaymentBook } from './adapters/tendering/order-payment-book.js';
import { ORDER_TOPICS } from './adapters/sse/order-topics.js';
import { Tenders } from './adapters/tendering/tenders.js';
import { OrderPaymentsController, type OrderPaymentUseCases } from './adapters/http/order-payments.controller.js';
import { CatalogMenu } from './adapters/catalog/catalog-menu.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { GiftCardLedger } from './adapters/gift-cards/gift-card-ledger.js';
import { ExchangesController } from './adapters/http/exchanges.controller.js';
import { OrderCommandsController, type OrderUseCases } from './adapters/http/order-commands.controller.js';
import { OrderExtrasController, type OrderExtras } from './adapters/http/order-extras.controller.js';
import { EntryShapes } from './adapters/http/entry-shapes.js';
import { offlineProblems } from './adapters/http/offline-problems.js';
import { orderProblems } from './adapters/http/order-problems.js';
import { PricingController } from './adapters/http/pricing.controller.js';
import { OrdersController } from './adapters/http/orders.controller.js';
import { ReceiptController } from './adapters/http/receipt.controller.js';
import { LoyaltyMembers } from './adapters/loyalty/loyalty-members.js';
import { receiptPdf } from './adapters/pdf/receipt-pdf.js';
import { qrModules } from './adapters/qr/qr-modules.js';
import { OutletDirectory } from './adapters/outlets/outlet-directory.js';
import { PostgresDeviceSums } from './adapters/postgres/device-sums.js';
import { digestOf } from './adapters/postgres/digest.js';
import { OrderNumberLeases } from './adapters/postgres/order-number-leases.js';
import { PostgresOrderRepository } from './adapters/postgres/order-repository.js';
import { PostgresOrderViews } from './adapters/postgres/order-views.js';
import { PostgresPricingHistory } from './adapters/postgres/pricing-history.js';
import { PostgresPricingRecords } from './adapters/postgres/pricing-records.js';
import { PostgresSeatedOrders } from './adapters/postgres/postgres-seated-orders.js';
import { PricebookLists } from './adapters/pricebooks/pricebook-lists.js';
import { PromotionDesk } from './adapters/promotions/promotion-desk.js';
import { ChargeFlow } from './application/charge-flow.js';
import { OrderParts, type MoneyParts } from './application/order-parts.js';
import { PaymentIntake } from './application/payment-intake.js';
import { PayingOut } from './application/paying-out.js';
import { SaleRights } from './application/sale-rights.js';
import { SettlePayment } from './application/settle-payment.js';
import { BasketBuilder } from './application/basket-builder.js';
import { ExchangeOrder } from './application/exchange-order.js';
import { ItemCounts } from './application/item-counts.js';
import { LedgerPayments } from './application/ledger-payments.js';
import { LinePieces } from './application/line-pieces.js';
import { OfflineOrders } from './application/offline-orders.js';
import { offlineDesk } from './application/offline-parts.js';
import { OrderCommands } from './application/order-commands.js';
import { OrderPricer } from './application/order-pricer.js';
import { PlaceOrder } from './application/place-order.js';
import { PromotionCounter } from './application/promotion-counter.js';
import { QuoteOrder } from './application/quote-order.js';
import { ReceiptReader } from './application/receipt-reader.js';
import { ReplayOrders } from './application/replay-orders.js';
import { SaleOpening } from './application/sale-opening.js';
import { SeatedOrders } from './application/seated-orders.js';
import { Sellings } from './application/selling.js';
import { SimulatePromotion } from './application/simulate-promotion.js';

const USE_CASES = Symbol.for('pos:order-use-cases') as ServiceIdentifier<OrderUseCases>;
const MONEY = Symbol.for('pos:order-money') as ServiceIdentifier<MoneyParts>;
const PAYMENTS = Symbol.for('pos:order-payment-use-cases') as ServiceIdentifier<OrderPaymentUseCases>;
const EXTRAS = Symbol.for('pos:order-extras') as ServiceIdentifier<OrderExtras>;

type Bind = ContainerModuleLoadOptions['bind'];

export const orders = new ContainerModule(({ bind }) => {
  bindStorage(bind);
  bindNeighbours(bind);
  bindParts(bind);
  bindSales(bind);
  bindCommands(bind);
  bindControllers(bind);
  for (const topic of ORDER_TOPICS) bind(STREAM_TOPIC).toConstantValue(topic);
});

function bindStorage(bind: Bind): void {
  bind(PostgresOrderRepository).toConstantValue(new PostgresOrderRepository());
  bind(UsageMeter).toConstantValue(new OrderMeter());
  bind(PostgresOrderViews).toConstantValue(new PostgresOrderViews());
  bind(PostgresPricingRecords).toConstantValue(new PostgresPricingRecords());
  bind(SeatedOrders).toConstantValue(new PostgresSeatedOrders());
  // One for the process: the leases are what it remembers.
  bind(OrderNumberLeases)
    .toResolvedValue((t) => new OrderNumberLeases(t), [SIDE_TRANSACTOR])
    .inSingletonScope();
}

function bindNeighbours(bind: Bind): void {
  bind(CatalogMenu)
    .toResolvedValue((catalog) => new CatalogMenu(catalog), [CatalogFacade])
    .inSingletonScope();
  bind(OutletDirectory)
    .toResolvedValue((outlets) => new OutletDirectory(outlets), [OutletsFacade])
    .inSingletonScope();
  bind(PricebookLists)
    .toResolvedValue((pricebooks) => new PricebookLists(pricebooks), [PricebooksFacade])
    .inSingletonScope();
  bind(PromotionDesk)
    .toResolvedValue((promotions) => new PromotionDesk(promotions), [PromotionsFacade])
    .inSingletonScope();
  bind(GiftCardLedger)
    .toResolvedValue((cards) => new GiftCardLedger(cards), [GiftCardsFacade])
    .inSingletonScope();
  bind(LoyaltyMembers)
    .toResolvedValue((loyalty) => new LoyaltyMembers(loyalty), [LoyaltyFacade])
    .inSingletonScope();
}

/** What several use cases share. */
function bindParts(bind: Bind): void {
  bind(Sellings)
    .toResolvedValue((members) => new Sellings(members), [LoyaltyMembers])
    .inSingletonScope();
  bind(LinePieces)
    .toResolvedValue((menu, ids) => new LinePieces(menu, ids), [CatalogMenu, IDS])
    .inSingletonScope();
  bind(BasketBuilder)
    .toResolvedValue(
      (menu, lists, cards, pieces) => new BasketBuilder(menu, lists, cards, pieces),
      [CatalogMenu, PricebookLists, GiftCardLedger, LinePieces],
    )
    .inSingletonScope();
  bind(PromotionCounter)
    .toResolvedValue((promotions) => new PromotionCounter(promotions), [PromotionDesk])
    .inSingletonScope();
  bind(LedgerPayments)
    .toResolvedValue(
      (cards, members, accounts) => new LedgerPayments(cards, members, new AccountLedger(accounts)),
      [GiftCardLedger, LoyaltyMembers, HouseAccountsFacade],
    )
    .inSingletonScope();
  bindMoney(bind);
  bind(ItemCounts)
    .toResolvedValue((menu) => new ItemCounts(menu), [CatalogMenu])
    .inSingletonScope();
  bind(OrderPricer)
    .toResolvedValue(
      (outlets, sellings, promotions) => new OrderPricer(outlets, sellings, promotions),
      [OutletDirectory, Sellings, PromotionCounter],
    )
    .inSingletonScope();
}

/** Payments: who takes them, where they go, and who stands for what is given back. */
function bindMoney(bind: Bind): void {
  bind(MONEY)
    .toResolvedValue(
      (tendering, sessions, second, ledgers, t, repository, ids) => {
        const tenders = new Tenders(tendering);
        const drawers = new DrawerSessions(sessions);
        const approvals = new SecondPersons(second);
        return {
          ...{ tenders, drawers, approvals, rights: new SaleRights(approvals) },
          intake: new PaymentIntake(tenders, drawers, ledgers, ids),
          charges: new ChargeFlow(t, tenders, repository, ids),
          payingOut: new PayingOut(drawers, tenders),
        };
      },
      [TenderingFacade, DrawersFacade, ApprovalsFacade, LedgerPayments, TRANSACTOR, PostgresOrderRepository, IDS],
    )
    .inSingletonScope();
  bind(PaymentBook)
    .toResolvedValue(
      (repository, outlets, { drawers }, ledgers, outbox) =>
        new OrderPaymentBook(new SettlePayment(repository, outlets, drawers, ledgers, outbox)),
      [PostgresOrderRepository, OutletDirectory, MONEY, LedgerPayments, OUTBOX],
    )
    .inSingletonScope();
}

function bindSales(bind: Bind): void {
  bind(SaleOpening)
    .toResolvedValue(
      (outlets, sellings, baskets, promotions, { intake, rights }, ids) =>
        new SaleOpening(outlets, sellings, baskets, promotions, intake, rights, ids),
      [OutletDirectory, Sellings, BasketBuilder, PromotionCounter, MONEY, IDS],
    )
    .inSingletonScope();
  bind(PlaceOrder)
    .toResolvedValue(
      (t, opening, numbers, repository, outbox, promotions, ledgers, { intake, charges }, licence, known) =>
        new PlaceOrder(t, opening, numbers, repository, outbox, promotions, ledgers, intake, charges, licence, known),
      // prettier-ignore
      [TRANSACTOR, SaleOpening, OrderNumberLeases, PostgresOrderRepository, OUTBOX, PromotionCounter, LedgerPayments,
        MONEY, LicensingFacade, OutletDiscovery],
    )
    .inSingletonScope();
  bind(QuoteOrder).toResolvedValue(
    (t, opening, known) => new QuoteOrder(t, opening, known),
    [TRANSACTOR, SaleOpening, OutletDiscovery],
  );
  bindPricing(bind);
  bind(ReceiptReader)
    .toResolvedValue(
      (t, repository, outlets) => new ReceiptReader(t, repository, outlets),
      [TRANSACTOR, PostgresOrderRepository, OutletDirectory],
    )
    .inSingletonScope();
}

function bindCommands(bind: Bind): void {
  bind(OrderCommands)
    .toResolvedValue(
      (t, repository, outbox) => new OrderCommands(t, repository, outbox),
      [TRANSACTOR, PostgresOrderRepository, OUTBOX],
    )
    .inSingletonScope();
  bind(OrderParts)
    .toResolvedValue(
      (commands, outlets, orders, baskets, pricer, ledgers, counts, promotions, ids, money) =>
        new OrderParts({ commands, outlets, orders, baskets, pricer, ledgers, counts, promotions, ids, ...money }),
      // prettier-ignore
      [OrderCommands, OutletDirectory, PostgresOrderRepository, BasketBuilder, OrderPricer, LedgerPayments, ItemCounts,
        PromotionCounter, IDS, MONEY],
    )
    .inSingletonScope();
  bindUseCases(bind);
}

function bindUseCases(bind: Bind): void {
  bind(USE_CASES)
    .toResolvedValue((parts) => parts.commands(), [OrderParts])
    .inSingletonScope();
  bind(EXTRAS)
    .toResolvedValue((parts) => parts.extras(), [OrderParts])
    .inSingletonScope();
  bind(PAYMENTS)
    .toResolvedValue((parts) => parts.payments(), [OrderParts])
    .inSingletonScope();
  const more = { shapes: new EntryShapes(cardNumberScreen), sums: new PostgresDeviceSums() };
  bind(OfflineOrders)
    .toResolvedValue(
      ({ parts }, outbox, numbers, sellings, menu, lists, rules) =>
        offlineDesk(parts, { outbox, numbers, sellings, menu, lists, rules, ...more }),
      [OrderParts, OUTBOX, OrderNumberLeases, Sellings, CatalogMenu, PricebookLists, PromotionDesk],
    )
    .inSingletonScope();
}

function bindPricing(bind: Bind): void {
  bind(PostgresPricingHistory)
    .toResolvedValue((records) => new PostgresPricingHistory(records), [PostgresPricingRecords])
    .inSingletonScope();
  bind(ReplayOrders)
    .toResolvedValue((t, history) => new ReplayOrders(t, history, digestOf), [TRANSACTOR, PostgresPricingHistory])
    .inSingletonScope();
  bind(SimulatePromotion)
    .toResolvedValue(
      (t, history, outlets) => new SimulatePromotion(t, history, outlets),
      [TRANSACTOR, PostgresPricingHistory, OutletDirectory],
    )
    .inSingletonScope();
}

// Controllers stay transient: tsoa keeps the status on the instance.
function bindControllers(bind: Bind): void {
  bind(OrdersController).toResolvedValue(
    (place, quote, t, orders, views) => new OrdersController(place, quote, t, orders, views, cardNumberScreen),
    [PlaceOrder, QuoteOrder, TRANSACTOR, PostgresOrderRepository, PostgresOrderViews],
  );
  bind(OrderCommandsController).toResolvedValue(
    (useCases) => new OrderCommandsController(useCases, cardNumberScreen),
    [USE_CASES],
  );
  bind(OrderExtrasController).toResolvedValue(
    (extras, t, repository) => new OrderExtrasController(extras, t, repository, cardNumberScreen),
    [EXTRAS, TRANSACTOR, PostgresOrderRepository],
  );
  bind(OrderPaymentsController).toResolvedValue(
    (useCases) => new OrderPaymentsController(useCases, cardNumberScreen),
    [PAYMENTS],
  );
  bind(ExchangesController).toResolvedValue(
    (t, repository, outbox, places, parts, ids) =>
      new ExchangesController(new ExchangeOrder(t, repository, outbox, places, parts.refunds(), ids), cardNumberScreen),
    [TRANSACTOR, PostgresOrderRepository, OUTBOX, PlaceOrder, OrderParts, IDS],
  );
  bind(PricingController).toResolvedValue((replays) => new PricingController(replays), [ReplayOrders]);
  bind(ReceiptController).toResolvedValue(
    (reader) => new ReceiptController(reader, { qr: qrModules, pdf: (document) => receiptPdf(document, qrModules) }),
    [ReceiptReader],
  );
  for (const problems of [orderProblems, offlineProblems]) bind(PROBLEMS).toConstantValue(problems);
}
