import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { ApprovalsFacade } from '../approvals/index.js';
import { DrawersFacade } from '../drawers/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { ShiftsFacade } from '../shifts/index.js';
import { TenderingFacade } from '../tendering/index.js';
import { TipOutApprovals } from './adapters/approvals/tip-out-approvals.js';
import { DrawerCashDesk } from './adapters/drawers/drawer-cash-desk.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { TipPoolsController } from './adapters/http/tip-pools.controller.js';
import { tipProblems } from './adapters/http/tip-problems.js';
import { TipReportController } from './adapters/http/tip-report.controller.js';
import { TipsController } from './adapters/http/tips.controller.js';
import { TipListener } from './adapters/orders/tip-listener.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresTipLedger } from './adapters/postgres/tip-ledger.js';
import { PostgresTipRules } from './adapters/postgres/tip-rules-repository.js';
import { PostgresTipViews } from './adapters/postgres/tip-views.js';
import { RecordedTimes } from './adapters/shifts/recorded-times.js';
import { PayoutListener } from './adapters/tendering/payout-listener.js';
import { ProviderPayouts } from './adapters/tendering/provider-payouts.js';
import { DistributePool } from './application/distribute-pool.js';
import { EarnTip } from './application/earn-tip.js';
import { PayTipsOut } from './application/pay-tips-out.js';
import { ReadTips } from './application/read-tips.js';
import { SetTipRules } from './application/set-tip-rules.js';
import { SettleTipPayout } from './application/settle-tip-payout.js';

type Bind = ContainerModuleLoadOptions['bind'];

const rules = new PostgresTipRules();
const views = new PostgresTipViews();
const screen = cardNumberScreen;
const now = (): Date => new Date();

/** The wiring of tips. */
export const tips = new ContainerModule(({ bind }) => {
  bind(PostgresTipLedger).toResolvedValue((ids) => new PostgresTipLedger(ids), [IDS]);
  bindCommands(bind);
  bind(ReadTips).toResolvedValue(
    (t, outlets) => new ReadTips(t, views, new TenantOutlets(outlets)),
    [TRANSACTOR, OutletsFacade],
  );
  bind(EVENT_SUBSCRIBER).toResolvedValue((earn) => new TipListener(earn, now), [EarnTip]);
  bind(EVENT_SUBSCRIBER).toResolvedValue((settle) => new PayoutListener(settle, now), [SettleTipPayout]);
  bind(TipsController).toResolvedValue((pay, read) => new TipsController(pay, read), [PayTipsOut, ReadTips]);
  bind(TipPoolsController).toResolvedValue(
    (set, distribute, read) => new TipPoolsController({ rules: set, distribute, read }),
    [SetTipRules, DistributePool, ReadTips],
  );
  bind(TipReportController).toResolvedValue((read) => new TipReportController(read), [ReadTips]);
  bind(PROBLEMS).toConstantValue(tipProblems);
});

function bindCommands(bind: Bind): void {
  bind(EarnTip).toResolvedValue(
    (t, ledger, outlets, outbox, ids) => new EarnTip(t, ledger, rules, new TenantOutlets(outlets), outbox, ids),
    [TRANSACTOR, PostgresTipLedger, OutletsFacade, OUTBOX, IDS],
  );
  bind(SetTipRules).toResolvedValue(
    (t, outlets, outbox) => new SetTipRules(t, rules, new TenantOutlets(outlets), outbox, screen),
    [TRANSACTOR, OutletsFacade, OUTBOX],
  );
  bind(DistributePool).toResolvedValue(
    (t, ledger, outlets, shifts, outbox, ids) => {
      const neighbours = { outlets: new TenantOutlets(outlets), times: new RecordedTimes(shifts), screen };
      return new DistributePool(t, ledger, rules, neighbours, outbox, ids);
    },
    [TRANSACTOR, PostgresTipLedger, OutletsFacade, ShiftsFacade, OUTBOX, IDS],
  );
  bind(PayTipsOut).toResolvedValue(
    (t, ledger, outlets, drawers, approvals, tendering, outbox, ids) => {
      const payouts = new ProviderPayouts(tendering);
      const desk = new DrawerCashDesk(drawers);
      const second = new TipOutApprovals(approvals);
      const neighbours = { outlets: new TenantOutlets(outlets), desk, payouts, approvals: second, screen };
      return new PayTipsOut(t, ledger, neighbours, outbox, ids);
    },
    [TRANSACTOR, PostgresTipLedger, OutletsFacade, DrawersFacade, ApprovalsFacade, TenderingFacade, OUTBOX, IDS],
  );
  bind(SettleTipPayout).toResolvedValue(
    (t, ledger, outlets, outbox, ids) => new SettleTipPayout(t, ledger, new TenantOutlets(outlets), outbox, ids),
    [TRANSACTOR, PostgresTipLedger, OutletsFacade, OUTBOX, IDS],
  );
}
