import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Payout } from '../domain/tip-entry.js';

/** A place of work, as far as tips depend on it. */
export interface TipOutlet {
  readonly id: OutletId;
  readonly currency: string;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
}

/** Knows the outlets of the transaction's tenant. */
export interface TipOutlets {
  outlet(tx: Tx, id: OutletId): Promise<TipOutlet | undefined>;
}

/** What somebody worked on a day. */
export interface WorkedTime {
  readonly personId: string;
  readonly job: string;
  readonly minutes: number;
  /** False while the shift goes on: its minutes are not all there yet. */
  readonly ended: boolean;
}

/** Knows who worked when. */
export interface WorkedTimes {
  workedOn(tx: Tx, outletId: OutletId, businessDate: string, at: Date): Promise<readonly WorkedTime[]>;
}

/** Pays out of drawers. */
export interface CashDesk {
  /** @returns the outlet of the drawer. @throws Refusal of the drawers, such as `drawer_session_not_open`. */
  tipOut(
    tx: Tx,
    context: RequestContext,
    cash: { readonly sessionId: string; readonly amount: Money; readonly person: string; readonly reason: string },
  ): Promise<OutletId>;
}

/** Has providers pay people. */
export interface PayoutDesk {
  /** Commits the intent with the caller's transaction. @throws Refusal `payout_invalid`, `payment_provider_unavailable`. */
  begin(
    tx: Tx,
    payout: Payout & { readonly outletId: OutletId; readonly amount: Money; readonly reason: string },
  ): Promise<void>;
  /** Asks the provider, once the intent is committed. Does not throw for what a provider does. */
  send(context: RequestContext, id: string): Promise<void>;
}

/** An act that may need a second person. */
export interface TipOutAct {
  readonly targetId: string;
  readonly outletId: OutletId;
  readonly amount: Money;
  readonly reason: string;
  readonly approvalId: string | undefined;
  /** True: the caller's own right is not enough, a second person has to say so. */
  readonly beyondOwed: boolean;
}

/** Asks whether somebody may pay tips out. */
export interface TipApprovals {
  /** @returns who else said so, if anybody had to. @throws Refusal of the approvals. */
  authorise(tx: Tx, context: RequestContext, act: TipOutAct): Promise<string | null>;
}
