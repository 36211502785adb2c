import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import type { IdSource } from '../../kernel/ids.js';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { STREAM_TOPIC, type StreamTopic } from '../../platform/sse/tokens.js';
import { IDS, OUTBOX, SIDE_TRANSACTOR, TRANSACTOR } from '../../platform/tokens.js';
import { CatalogFacade } from '../catalog/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { CatalogMenu } from './adapters/catalog/catalog-menu.js';
import { OrderCommandsController, type OrderUseCases } from './adapters/http/order-commands.controller.js';
import { orderProblems } from './adapters/http/order-problems.js';
import { OrdersController } from './adapters/http/orders.controller.js';
import { ReceiptController } from './adapters/http/receipt.controller.js';
import { OutletDirectory } from './adapters/outlets/outlet-directory.js';
import { OrderNumberLeases } from './adapters/postgres/order-number-leases.js';
import { PostgresOrderRepository } from './adapters/postgres/order-repository.js';
import { PostgresOrderViews } from './adapters/postgres/order-views.js';
import { AddLines } from './application/add-lines.js';
import { AddPayment } from './application/add-payment.js';
import { BasketBuilder } from './application/basket-builder.js';
import { ChangeLine } from './application/change-line.js';
import { CompleteOrder } from './application/complete-order.js';
import { HoldOrder } from './application/hold-order.js';
import { OrderCommands } from './application/order-commands.js';
import { PlaceOrder } from './application/place-order.js';
import { QuoteOrder } from './application/quote-order.js';
import { ReceiptReader } from './application/receipt-reader.js';
import { RecallOrder } from './application/recall-order.js';
import { RefundOrder } from './application/refund-order.js';
import { RemoveLine } from './application/remove-line.js';
import { SaleOpening } from './application/sale-opening.js';
import { VoidOrder } from './application/void-order.js';

const USE_CASES = Symbol.for('pos:order-use-cases') as ServiceIdentifier<OrderUseCases>;

const TOPICS: readonly StreamTopic[] = [
  { name: 'orders', permission: 'orders:read', types: ['pos.order.*'] },
  // What a kitchen cooks by, until it has events of its own. A sale rung up in one go shows its lines when it is completed.
  {
    name: 'kitchen',
    permission: 'kitchen:read',
    types: [
      ...['pos.order.created', 'pos.order.line_*', 'pos.order.completed'],
      ...['pos.order.held', 'pos.order.recalled', 'pos.order.voided'],
    ],
  },
];

type Bind = ContainerModuleLoadOptions['bind'];

export const orders = new ContainerModule(({ bind }) => {
  bindAdapters(bind);
  bindUseCases(bind);
  bindControllers(bind);
  for (const topic of TOPICS) bind(STREAM_TOPIC).toConstantValue(topic);
});

function bindAdapters(bind: Bind): void {
  bind(PostgresOrderRepository).toConstantValue(new PostgresOrderRepository());
  bind(PostgresOrderViews).toConstantValue(new PostgresOrderViews());
  // One for the process: the leases are what it remembers.
  bind(OrderNumberLeases)
    .toResolvedValue((t) => new OrderNumberLeases(t), [SIDE_TRANSACTOR])
    .inSingletonScope();
  bind(CatalogMenu)
    .toResolvedValue((catalog) => new CatalogMenu(catalog), [CatalogFacade])
    .inSingletonScope();
  bind(OutletDirectory)
    .toResolvedValue((outlets) => new OutletDirectory(outlets), [OutletsFacade])
    .inSingletonScope();
}

function bindUseCases(bind: Bind): void {
  bind(BasketBuilder)
    .toResolvedValue((menu, ids) => new BasketBuilder(menu, ids), [CatalogMenu, IDS])
    .inSingletonScope();
  bind(SaleOpening)
    .toResolvedValue(
      (outlets, baskets, ids) => new SaleOpening(outlets, baskets, ids),
      [OutletDirectory, BasketBuilder, IDS],
    )
    .inSingletonScope();
  bind(OrderCommands)
    .toResolvedValue(
      (t, repository, outbox) => new OrderCommands(t, repository, outbox),
      [TRANSACTOR, PostgresOrderRepository, OUTBOX],
    )
    .inSingletonScope();
  bind(PlaceOrder)
    .toResolvedValue(
      (t, opening, numbers, repository, outbox) => new PlaceOrder(t, opening, numbers, repository, outbox),
      [TRANSACTOR, SaleOpening, OrderNumberLeases, PostgresOrderRepository, OUTBOX],
    )
    .inSingletonScope();
  bind(QuoteOrder)
    .toResolvedValue((t, opening) => new QuoteOrder(t, opening), [TRANSACTOR, SaleOpening])
    .inSingletonScope();
  bind(ReceiptReader)
    .toResolvedValue(
      (t, repository, outlets) => new ReceiptReader(t, repository, outlets),
      [TRANSACTOR, PostgresOrderRepository, OutletDirectory],
    )
    .inSingletonScope();
  bind(USE_CASES)
    .toResolvedValue(commandUseCases, [OrderCommands, OutletDirectory, BasketBuilder, SaleOpening, IDS])
    .inSingletonScope();
}

function commandUseCases(
  commands: OrderCommands,
  outlets: OutletDirectory,
  baskets: BasketBuilder,
  opening: SaleOpening,
  ids: IdSource,
): OrderUseCases {
  return {
    addLines: new AddLines(commands, outlets, baskets),
    changeLine: new ChangeLine(commands),
    removeLine: new RemoveLine(commands),
    addPayment: new AddPayment(commands, outlets, opening),
    complete: new CompleteOrder(commands),
    void: new VoidOrder(commands),
    hold: new HoldOrder(commands),
    recall: new RecallOrder(commands),
    refund: new RefundOrder(commands, outlets, ids),
  };
}

// Controllers stay transient: tsoa keeps the status on the instance.
function bindControllers(bind: Bind): void {
  bind(OrdersController).toResolvedValue(
    (place, quote, t, repository, views) => new OrdersController(place, quote, t, repository, views),
    [PlaceOrder, QuoteOrder, TRANSACTOR, PostgresOrderRepository, PostgresOrderViews],
  );
  bind(OrderCommandsController).toResolvedValue((useCases) => new OrderCommandsController(useCases), [USE_CASES]);
  bind(ReceiptController).toResolvedValue((reader) => new ReceiptController(reader), [ReceiptReader]);
  bind(PROBLEMS).toConstantValue(orderProblems);
}
