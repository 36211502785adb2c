import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { OutletsFacade } from '../outlets/index.js';
import { SessionsFacade } from '../sessions/index.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { approvalProblems } from './adapters/http/approval-problems.js';
import { ApprovalRulesController } from './adapters/http/approval-rules.controller.js';
import { ApprovalsController } from './adapters/http/approvals.controller.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresApprovalRepository } from './adapters/postgres/approval-repository.js';
import { PostgresApprovalViews } from './adapters/postgres/approval-views.js';
import { CachedApprovalRules } from './adapters/postgres/cached-approval-rules.js';
import { expiryChore } from './adapters/postgres/expiry-chore.js';
import { SessionProof } from './adapters/sessions/session-proof.js';
import { ApprovalsFacade } from './application/approvals-facade.js';
import { ApproveOnTheSpot } from './application/approve-on-the-spot.js';
import { AskForApproval } from './application/ask-for-approval.js';
import { DecideApproval } from './application/decide-approval.js';
import { ExpireDueApprovals } from './application/expire-due-approvals.js';
import { KnownRuleCopies } from './application/known-rule-copies.js';
import { RuleCopies } from './application/rule-copies.js';
import { SecondPersonApprovals } from './application/second-person-approvals.js';
import { SetApprovalRule } from './application/set-approval-rule.js';

type Bind = ContainerModuleLoadOptions['bind'];

const repository = new PostgresApprovalRepository();

/** The wiring of approvals. */
export const approvals = new ContainerModule(({ bind }) => {
  bind(CachedApprovalRules).toConstantValue(new CachedApprovalRules());
  bind(ApprovalsFacade)
    .toResolvedValue((rules, o) => new SecondPersonApprovals(repository, rules, o), [CachedApprovalRules, OUTBOX])
    .inSingletonScope();
  bind(RuleCopies).toResolvedValue((rules) => new KnownRuleCopies(rules), [CachedApprovalRules]);
  bindCommands(bind);
  bind(CHORE).toResolvedValue((expire) => expiryChore(expire, () => new Date()), [ExpireDueApprovals]);
  bind(STREAM_TOPIC).toConstantValue({ name: 'approvals', permission: 'orders:write', types: ['pos.approval.*'] });
  bindRoutes(bind);
});

function bindCommands(bind: Bind): void {
  bind(AskForApproval).toResolvedValue(
    (t, outlets, o, ids) => new AskForApproval(t, repository, new TenantOutlets(outlets), o, ids, cardNumberScreen),
    [TRANSACTOR, OutletsFacade, OUTBOX, IDS],
  );
  bind(ApproveOnTheSpot).toResolvedValue(
    (transactor, outlets, sessions, outbox, ids) =>
      new ApproveOnTheSpot({
        ...{ transactor, approvals: repository, places: new TenantOutlets(outlets), outbox, ids },
        ...{ proof: new SessionProof(sessions), screen: cardNumberScreen },
      }),
    [TRANSACTOR, OutletsFacade, SessionsFacade, OUTBOX, IDS],
  );
  bind(DecideApproval).toResolvedValue(
    (t, o) => new DecideApproval(t, repository, o, cardNumberScreen),
    [TRANSACTOR, OUTBOX],
  );
  bind(ExpireDueApprovals).toResolvedValue((t, o) => new ExpireDueApprovals(t, repository, o), [TRANSACTOR, OUTBOX]);
  bind(SetApprovalRule).toResolvedValue(
    (t, rules, o, ids) => new SetApprovalRule(t, rules, o, ids, cardNumberScreen),
    [TRANSACTOR, CachedApprovalRules, OUTBOX, IDS],
  );
}

function bindRoutes(bind: Bind): void {
  bind(PostgresApprovalViews).toResolvedValue((t) => new PostgresApprovalViews(t), [TRANSACTOR]);
  bind(ApprovalsController).toResolvedValue(
    (ask, onTheSpot, decide, views) => new ApprovalsController(ask, onTheSpot, decide, views),
    [AskForApproval, ApproveOnTheSpot, DecideApproval, PostgresApprovalViews],
  );
  bind(ApprovalRulesController).toResolvedValue((set) => new ApprovalRulesController(set), [SetApprovalRule]);
  bind(PROBLEMS).toConstantValue(approvalProblems);
}
