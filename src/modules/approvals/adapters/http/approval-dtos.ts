import type { CurrencyCode, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { moneyDto } from '../../../../platform/http/values.js';
import type { ApprovalRule, ApprovalRuleDraft } from '../../domain/approval-rule.js';
import { statusAt, type Approval } from '../../domain/approval.js';

/** Acts that may take a second person. */
export type ApprovalActionDto =
  | 'order.refund'
  | 'order.refund_other_tender'
  | 'order.void'
  | 'order.discount'
  | 'order.comp'
  | 'order.price_override'
  | 'order.payment_return'
  | 'drawer.no_sale'
  | 'drawer.paid_in'
  | 'drawer.paid_out'
  | 'drawer.skim'
  | 'drawer.tip_out'
  | 'drawer.transfer'
  | 'drawer.variance'
  | 'payment.resolve'
  | 'payment.allocate'
  | 'payment.write_off';

export type ApprovalStatusDto = 'asked' | 'granted' | 'denied' | 'used' | 'expired' | 'withdrawn';

/**
 * Words of a person.
 * @minLength 1
 * @maxLength 500
 */
export type ApprovalText = string;

/**
 * A person or key as events name it.
 * @pattern ^(user|api-key):.{1,290}$ must begin with user: or api-key:
 * @example "user:0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e"
 */
export type ActorName = string;

/**
 * Whole minor units of a currency.
 * @isLong must be an integer of minor units
 * @minimum 0
 * @maximum 9007199254740991
 * @example 1325
 */
export type ApprovedMinorUnits = number;

/** Money that is not less than nothing. */
export interface ApprovedMoney {
  amount: ApprovedMinorUnits;
  currency: CurrencyCode;
}

/** An act that a second person is to stand for. */
export interface AskForApprovalRequest {
  id?: Uuid;
  action: ApprovalActionDto;
  /** What it is to be done to: the order, the drawer session, the payment. */
  targetId: Uuid;
  outletId: Uuid;
  /** How much it is about, at most; absent where it is about no money. */
  amount?: ApprovedMoney;
  reason: ApprovalText;
  /** Grants at once, to the one who will do it; needs `approvals:grant`. */
  grantTo?: ActorName;
}

/**
 * Digits that somebody knows by heart.
 * @pattern ^\d{4,8}$ must be four to eight digits
 */
export type ApproverPin = string;

/** An act that a second person stands for by entering a PIN at the caller's device. */
export interface ApproveOnTheSpotRequest {
  id?: Uuid;
  action: ApprovalActionDto;
  /** What it is to be done to: the order, the drawer session, the payment. */
  targetId: Uuid;
  outletId: Uuid;
  /** How much it is about, at most; absent where it is about no money. */
  amount?: ApprovedMoney;
  reason: ApprovalText;
  /** The second person. */
  approverId: Uuid;
  /** Of the second person; kept nowhere. */
  pin: ApproverPin;
}

export interface DecideApprovalRequest {
  note?: ApprovalText;
}

export interface ApprovalResponse {
  id: Uuid;
  action: ApprovalActionDto;
  targetId: string;
  outletId: Uuid;
  amount: MoneyDto | null;
  reason: string;
  /** Who may do the act. */
  askedBy: string;
  askedAt: Timestamp;
  status: ApprovalStatusDto;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
  note: string | null;
  /** Until when it can be decided or, granted, used. */
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
  /** @isInt */
  version: number;
}

export interface PutApprovalRuleRequest {
  /** `over`: when the act is about more than the limit of its currency; where that has none, always. */
  secondPerson: 'never' | 'always' | 'over';
  /**
   * At most one for each currency.
   * @maxItems 200
   */
  limits?: ApprovedMoney[];
  /** False when absent. */
  reasonRequired?: boolean;
  /**
   * Where there are some, the reason must be one of them.
   * @maxItems 50
   */
  reasons?: string[];
}

export interface ApprovalRuleResponse {
  action: ApprovalActionDto;
  secondPerson: 'never' | 'always' | 'over';
  limits: MoneyDto[];
  reasonRequired: boolean;
  reasons: string[];
  changedBy: string | null;
  changedAt: Timestamp | null;
  /**
   * 0 when nobody has set the rule.
   * @isInt
   */
  version: number;
}

export interface ApprovalRulesResponse {
  /** One for each act. */
  data: ApprovalRuleResponse[];
}

/** Shows an approval as it is at a moment. */
export function toApprovalResponse(approval: Approval, at: Date): ApprovalResponse {
  const { id, action, targetId, outletId, reason, askedBy, decidedBy, note, version } = approval;
  return {
    ...{ id, action, targetId, outletId, reason, askedBy, decidedBy, note, version },
    amount: approval.amount === null ? null : moneyDto(approval.amount),
    status: statusAt(approval, at),
    askedAt: approval.askedAt.toISOString(),
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    expiresAt: approval.expiresAt.toISOString(),
    usedAt: approval.usedAt?.toISOString() ?? null,
  };
}

/** Shows what the business says of an act. @param rule or what holds where nobody has set one. */
export function toRuleResponse(
  action: ApprovalActionDto,
  rule: ApprovalRuleDraft & Partial<ApprovalRule>,
): ApprovalRuleResponse {
  const { secondPerson, limits, reasonRequired, reasons, changedBy = null, version = 0 } = rule;
  return {
    ...{ action, secondPerson, reasonRequired, changedBy, version },
    limits: limits.map(moneyDto),
    reasons: [...reasons],
    changedAt: rule.changedAt?.toISOString() ?? null,
  };
}
