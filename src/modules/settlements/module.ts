import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS, RAW_ROUTE } from '../../platform/http/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { screenedText } from './adapters/gift-cards/screened-text.js';
import { ChargebacksController } from './adapters/http/chargebacks.controller.js';
import { SettlementDifferencesController } from './adapters/http/settlement-differences.controller.js';
import { SettlementImportRoute } from './adapters/http/settlement-import-route.js';
import { settlementProblems } from './adapters/http/settlement-problems.js';
import { SettlementsController } from './adapters/http/settlements.controller.js';
import { PostgresChargebackRepository } from './adapters/postgres/chargeback-repository.js';
import { missingPaymentsChore } from './adapters/postgres/missing-payments-chore.js';
import { PostgresPaymentLedger } from './adapters/postgres/payment-ledger.js';
import { PostgresSettlementRepository } from './adapters/postgres/settlement-repository.js';
import { PostgresSettlementViews } from './adapters/postgres/settlement-views.js';
import { ChargebackListener } from './adapters/tendering/chargeback-listener.js';
import { SettlementAnnouncements } from './adapters/treasury/settlement-announcements.js';
import { DecideDifference } from './application/decide-difference.js';
import { KeepChargebacks } from './application/keep-chargebacks.js';
import { ReceiveSettlement } from './application/receive-settlement.js';
import { ReconcileSettlement } from './application/reconcile-settlement.js';

type Bind = ContainerModuleLoadOptions['bind'];

const batches = new PostgresSettlementRepository();
const ledger = new PostgresPaymentLedger();

/** The wiring of settlements and chargebacks. */
export const settlements = new ContainerModule(({ bind }) => {
  bindCommands(bind);
  bindRoutes(bind);
  bind(INBOX_HANDLER).toResolvedValue((receive) => new SettlementAnnouncements(receive), [ReceiveSettlement]);
  bind(EVENT_SUBSCRIBER).toResolvedValue(
    (chargebacks) => new ChargebackListener(chargebacks, () => new Date()),
    [KeepChargebacks],
  );
  bind(CHORE).toResolvedValue((reconcile) => missingPaymentsChore(reconcile, () => new Date()), [ReconcileSettlement]);
});

function bindCommands(bind: Bind): void {
  bind(PostgresSettlementViews).toResolvedValue((t) => new PostgresSettlementViews(t), [TRANSACTOR]);
  bind(ReconcileSettlement).toResolvedValue(
    (t, outbox, ids) => new ReconcileSettlement(t, batches, ledger, outbox, ids),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(ReceiveSettlement).toResolvedValue(
    (t, reconcile, outbox, ids) => new ReceiveSettlement(t, batches, reconcile, outbox, ids),
    [TRANSACTOR, ReconcileSettlement, OUTBOX, IDS],
  );
  bind(DecideDifference).toResolvedValue((t, outbox) => new DecideDifference(t, batches, outbox), [TRANSACTOR, OUTBOX]);
  bind(KeepChargebacks).toResolvedValue(
    (t, outbox, ids) => new KeepChargebacks(t, new PostgresChargebackRepository(), ledger, outbox, ids),
    [TRANSACTOR, OUTBOX, IDS],
  );
}

function bindRoutes(bind: Bind): void {
  bind(SettlementsController).toResolvedValue(
    (receive, reconcile, views) => new SettlementsController(receive, reconcile, views, screenedText),
    [ReceiveSettlement, ReconcileSettlement, PostgresSettlementViews],
  );
  bind(SettlementDifferencesController).toResolvedValue(
    (decide, views) => new SettlementDifferencesController(decide, views, screenedText),
    [DecideDifference, PostgresSettlementViews],
  );
  bind(ChargebacksController).toResolvedValue(
    (chargebacks, views) => new ChargebacksController(chargebacks, views, screenedText),
    [KeepChargebacks, PostgresSettlementViews],
  );
  bind(RAW_ROUTE)
    .toResolvedValue((receive) => new SettlementImportRoute(receive, screenedText), [ReceiveSettlement])
    .inSingletonScope();
  bind(PROBLEMS).toConstantValue(settlementProblems);
}
