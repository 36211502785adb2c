import type { Tx } from '../../../../kernel/transaction.js';
import type { Money } from '../../../../kernel/money.js';
import { lockRevision, raiseRevision, RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Action } from '../../domain/act.js';
import type { ApprovalRule, ApprovalRuleId, SecondPerson } from '../../domain/approval-rule.js';
import type { ApprovalRules, RulesByAction } from '../../ports/approval-rules.js';

interface RuleRow {
  readonly id: string;
  readonly action: Action;
  readonly second_person: SecondPerson;
  readonly limits: readonly Money[];
  readonly reason_required: boolean;
  readonly reasons: readonly string[];
  readonly changed_by: string;
  readonly changed_at: Date;
  readonly version: number;
}

const TENANTS_MAX = 2000;
const ALL = `select id, action, second_person, limits, reason_required, reasons, changed_by, changed_at, version from approval_rules`;
const SAVE = `insert into approval_rules
    (tenant_id, action, id, second_person, limits, reason_required, reasons, changed_by, changed_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant_id, action) do update set second_person = excluded.second_person, limits = excluded.limits,
    reason_required = excluded.reason_required, reasons = excluded.reasons, changed_by = excluded.changed_by,
    changed_at = excluded.changed_at, version = excluded.version`;

/** Rules in PostgreSQL, and in memory for those who act. They go with the settings of outlets: changed seldom, read always. */
export class CachedApprovalRules implements ApprovalRules {
  private readonly tenants = new RevisionCache<RulesByAction>('outlets', TENANTS_MAX);

  lock(tx: Tx): Promise<void> {
    return lockRevision(tx, 'outlets');
  }

  async all(tx: Tx): Promise<RulesByAction> {
    const rows = await runPrepared<RuleRow>(tx, 'approval_rules', ALL, []);
    return new Map(rows.map((row) => [row.action, toRule(row)]));
  }

  known(tx: Tx): Promise<RulesByAction> {
    return this.tenants.get(tx, 'approval_rules', () => this.all(tx));
  }

  async save(tx: Tx, rule: ApprovalRule): Promise<void> {
    const { action, id, secondPerson, limits, reasonRequired, reasons, changedBy, changedAt, version } = rule;
    const said = [secondPerson, JSON.stringify(limits), reasonRequired, reasons, changedBy, changedAt, version];
    await runPrepared(tx, 'approval_rule_save', SAVE, [tenantOf(tx), action, id, ...said]);
    await raiseRevision(tx, 'outlets');
  }
}

function toRule(row: RuleRow): ApprovalRule {
  return {
    ...{ id: row.id as ApprovalRuleId, action: row.action, secondPerson: row.second_person, limits: row.limits },
    ...{ reasonRequired: row.reason_required, reasons: row.reasons, version: row.version },
    ...{ changedBy: row.changed_by, changedAt: row.changed_at },
  };
}
