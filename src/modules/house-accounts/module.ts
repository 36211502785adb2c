import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { contextOf } from '../../platform/postgres/transaction.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { DrawersFacade } from '../drawers/index.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { RepaymentDrawers } from './adapters/drawers/repayment-drawers.js';
import { HouseAccountCommandsController } from './adapters/http/house-account-commands.controller.js';
import { houseAccountProblems } from './adapters/http/house-account-problems.js';
import { HouseAccountStatementsController } from './adapters/http/house-account-statements.controller.js';
import { HouseAccountsController } from './adapters/http/house-accounts.controller.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresHouseAccountRepository } from './adapters/postgres/house-account-repository.js';
import { PostgresHouseAccountViews } from './adapters/postgres/house-account-views.js';
import { ChangeAccount } from './application/change-account.js';
import { HouseAccountsFacade } from './application/house-accounts-facade.js';
import { OpenAccount } from './application/open-account.js';
import { PayAccount } from './application/pay-account.js';
import { ReportStatement } from './application/report-statement.js';
import { TillHouseAccounts } from './application/till-house-accounts.js';

type Bind = ContainerModuleLoadOptions['bind'];

const accounts = new PostgresHouseAccountRepository();

/** The wiring of house accounts. */
export const houseAccounts = new ContainerModule(({ bind }) => {
  bindUseCases(bind);
  bind(HouseAccountsFacade)
    .toResolvedValue((outbox) => new TillHouseAccounts(accounts, outbox, contextOf), [OUTBOX])
    .inSingletonScope();
  bindRoutes(bind);
});

function bindUseCases(bind: Bind): void {
  bind(PostgresHouseAccountViews).toResolvedValue((t) => new PostgresHouseAccountViews(t), [TRANSACTOR]);
  bind(OpenAccount).toResolvedValue(
    (t, outbox, ids, outlets) => new OpenAccount(t, accounts, outbox, ids, new TenantOutlets(outlets)),
    [TRANSACTOR, OUTBOX, IDS, OutletsFacade],
  );
  bind(ChangeAccount).toResolvedValue(
    (t, outbox, outlets) => new ChangeAccount(t, accounts, outbox, new TenantOutlets(outlets)),
    [TRANSACTOR, OUTBOX, OutletsFacade],
  );
  bind(PayAccount).toResolvedValue(
    (t, outbox, outlets, drawers) =>
      new PayAccount(t, accounts, outbox, new TenantOutlets(outlets), new RepaymentDrawers(drawers)),
    [TRANSACTOR, OUTBOX, OutletsFacade, DrawersFacade],
  );
  bind(ReportStatement).toResolvedValue((views) => new ReportStatement(views), [PostgresHouseAccountViews]);
}

function bindRoutes(bind: Bind): void {
  bind(HouseAccountsController).toResolvedValue(
    (open, change, views) => new HouseAccountsController(open, change, views, assertNoPaymentCard),
    [OpenAccount, ChangeAccount, PostgresHouseAccountViews],
  );
  bind(HouseAccountCommandsController).toResolvedValue(
    (change, pay) => new HouseAccountCommandsController(change, pay, assertNoPaymentCard),
    [ChangeAccount, PayAccount],
  );
  bind(HouseAccountStatementsController).toResolvedValue(
    (report) => new HouseAccountStatementsController(report),
    [ReportStatement],
  );
  bind(PROBLEMS).toConstantValue(houseAccountProblems);
}
