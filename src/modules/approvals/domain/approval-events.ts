import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Approval } from './approval.js';
import type { ApprovalRule } from './approval-rule.js';

/** An approval as events show it. */
export interface ApprovalSnapshot {
  readonly id: string;
  /** What is to be done: `order.refund`, `drawer.no_sale`. */
  readonly action: string;
  /** What it is to be done to. */
  readonly targetId: string;
  readonly outletId: OutletId;
  readonly amount: Money | null;
  readonly reason: string;
  readonly askedBy: string;
  /** @format date-time */
  readonly askedAt: string;
  readonly status: string;
  readonly decidedBy: string | null;
  /** @format date-time */
  readonly decidedAt: string | null;
  readonly note: string | null;
  /** @format date-time */
  readonly expiresAt: string;
  /** @asType integer */
  readonly version: number;
}

/** A rule as events show it. */
export interface ApprovalRuleSnapshot {
  readonly action: string;
  /** `never`, `always`, or `over` the limit. */
  readonly secondPerson: string;
  readonly limits: readonly Money[];
  readonly reasonRequired: boolean;
  readonly reasons: readonly string[];
  /** @asType integer */
  readonly version: number;
}

interface OfApproval {
  readonly approval: ApprovalSnapshot;
}

/** The data of this module's events by their types. */
export interface ApprovalEvents {
  /** Somebody asks for a second person. */
  'pos.approval.asked': OfApproval;
  /** A second person stands for the act, for two minutes. */
  'pos.approval.granted': OfApproval;
  /** A second person does not stand for the act. */
  'pos.approval.denied': OfApproval;
  /** The act was done. */
  'pos.approval.used': OfApproval;
  /** Nobody decided in time, or the act was not done in time. */
  'pos.approval.expired': OfApproval;
  /** The approval is not wanted any more. */
  'pos.approval.withdrawn': OfApproval;
  /** When an act takes a second person or a reason was changed. */
  'pos.approval_rule.changed': { readonly rule: ApprovalRuleSnapshot; readonly before: ApprovalRuleSnapshot | null };
}

export type ApprovalEventType = Exclude<keyof ApprovalEvents, 'pos.approval_rule.changed'>;
export type ApprovalEvent = {
  [Type in ApprovalEventType]: DomainEvent<Type, ApprovalEvents[Type]>;
}[ApprovalEventType];
export type ApprovalRuleChanged = DomainEvent<'pos.approval_rule.changed', ApprovalEvents['pos.approval_rule.changed']>;

/** The event of an approval as it now is, placed in its own history by its version. */
export function approvalEvent(type: ApprovalEventType, approval: Approval): ApprovalEvent {
  return {
    type,
    aggregate: 'approvals',
    aggregateId: approval.id,
    sequence: approval.version,
    outletId: approval.outletId,
    data: { approval: snapshotOf(approval) },
  };
}

/** The event of a rule that was set. */
export function ruleChanged(rule: ApprovalRule, before: ApprovalRule | undefined): ApprovalRuleChanged {
  return {
    type: 'pos.approval_rule.changed',
    aggregate: 'approval_rules',
    aggregateId: rule.id,
    sequence: rule.version,
    outletId: null,
    data: { rule: ruleSnapshot(rule), before: before === undefined ? null : ruleSnapshot(before) },
  };
}

function snapshotOf(approval: Approval): ApprovalSnapshot {
  const { id, action, targetId, outletId, amount, reason, askedBy, status, decidedBy, note, version } = approval;
  return {
    ...{ id, action, targetId, outletId, amount, reason, askedBy, status, decidedBy, note, version },
    askedAt: approval.askedAt.toISOString(),
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    expiresAt: approval.expiresAt.toISOString(),
  };
}

function ruleSnapshot(rule: ApprovalRule): ApprovalRuleSnapshot {
  const { action, secondPerson, limits, reasonRequired, reasons, version } = rule;
  return { action, secondPerson, limits, reasonRequired, reasons, version };
}
