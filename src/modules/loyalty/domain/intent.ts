import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

export type IntentId = Id<'loyalty-intent'>;
export type IntentKind = 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal' | 'enrol';

/**
 * `pending`: the ledger has not answered. `held`: a burn was made, and waits for its sale; `used`: a sale was paid with it.
 * `reversing`: no sale came, and the points are on their way back; `reversed`: they are there. `refused`: the ledger said no, or
 * never answered.
 */
export type IntentStatus = 'pending' | 'done' | 'refused' | 'held' | 'used' | 'reversing' | 'reversed';

/** Something that is to happen in the ledger of a sibling service. */
export interface Intent {
  readonly id: IntentId;
  readonly kind: IntentKind;
  readonly customerId: string;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  /** What the points are for; `null` of an enrolment. */
  readonly amount: Money | null;
  /** Not signed; `null` until they are known. */
  readonly points: number | null;
  /** What it comes from, once only: `earn:<order>`, `reverse:<refund>`, `hold:<request>`. */
  readonly source: string;
  /** The intent that this one takes back, all or in part. */
  readonly undoes: IntentId | null;
  readonly status: IntentStatus;
  /** Calls whose outcome is not known. */
  readonly tries: number;
  /** When it is worth another look; `null` once it is settled. */
  readonly nextTryAt: Date | null;
  readonly giveUpAt: Date;
  /** The ledger's name of the movement. */
  readonly reference: string | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

const HOLD_MS = 15 * 60_000;

/** True while a call is to be made. */
export function isOpen({ status }: Intent): boolean {
  return status === 'pending' || status === 'reversing';
}

/** The end of a hold. */
export function heldUntil({ createdAt }: Intent): Date {
  return new Date(createdAt.getTime() + HOLD_MS);
}

/** The key under which the ledger does it once. */
export function keyOf({ id, status }: Intent): string {
  return status === 'reversing' ? `${id}-reversal` : id;
}
