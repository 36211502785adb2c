import { ContainerModule } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { SeatedOrders } from '../orders/index.js';
import { OutletDiscovery, OutletsFacade } from '../outlets/index.js';
import { tableProblems } from './adapters/http/table-problems.js';
import { TablesController } from './adapters/http/tables.controller.js';
import { OrdersAtTables } from './adapters/orders/orders-at-tables.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresTableCopies } from './adapters/postgres/postgres-table-copies.js';
import { PostgresTableRepository } from './adapters/postgres/table-repository.js';
import { PostgresTableViews } from './adapters/postgres/table-views.js';
import { ChangeTable } from './application/change-table.js';
import { CreateTable } from './application/create-table.js';
import { TableCopies } from './application/table-copies.js';

const repository = new PostgresTableRepository();
const screen = assertNoPaymentCard;

/** The wiring of tables. */
export const tables = new ContainerModule(({ bind }) => {
  bind(TableCopies).toConstantValue(new PostgresTableCopies());
  bind(OrdersAtTables).toResolvedValue((orders) => new OrdersAtTables(orders), [SeatedOrders]);
  bind(PostgresTableViews).toResolvedValue(
    (t, seated) => new PostgresTableViews(t, seated),
    [TRANSACTOR, OrdersAtTables],
  );
  bind(CreateTable).toResolvedValue(
    (t, outlets, outbox, known) => new CreateTable(t, repository, new TenantOutlets(outlets), outbox, screen, known),
    [TRANSACTOR, OutletsFacade, OUTBOX, OutletDiscovery],
  );
  bind(ChangeTable).toResolvedValue(
    (t, seated, outbox) => new ChangeTable(t, repository, seated, outbox, screen),
    [TRANSACTOR, OrdersAtTables, OUTBOX],
  );
  bind(TablesController).toResolvedValue(
    (views, create, change, ids) => new TablesController(views, create, change, ids),
    [PostgresTableViews, CreateTable, ChangeTable, IDS],
  );
  bind(PROBLEMS).toConstantValue(tableProblems);
});
