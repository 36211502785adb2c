import type { Id } from '../../../kernel/ids.js';

export type MemberId = Id<'loyalty-member'>;
export type EntryId = Id<'loyalty-entry'>;

/** A customer who takes part. Who they are is kept by whoever keeps customers; here is only their reference. */
export interface Member {
  readonly id: MemberId;
  /** The customer's id, as orders carry it. */
  readonly customerId: string;
  readonly status: 'active' | 'closed';
  /** Such as `staff` or the name of a tier: pricebooks and promotions ask for them. */
  readonly groups: readonly string[];
  /** What was paid for elsewhere, such as a membership plan. */
  readonly entitlements: readonly string[];
  /** Points. Below zero only when points were spent that a refund then took back. */
  readonly balance: number;
  readonly enrolledAt: Date;
  readonly version: number;
}

/** Why points moved. `earn_reversal` and `burn_reversal` undo, in whole or part, what refunds undo. */
export type EntryKind = 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal' | 'adjust';

/** One movement of points. Never changes. */
export interface Entry {
  readonly id: EntryId;
  readonly memberId: MemberId;
  readonly kind: EntryKind;
  /** Signed. */
  readonly points: number;
  readonly balance: number;
  /** What moved them, once only: `earn:<order>`, `burn:<payment>`, `reverse:<refund>`. */
  readonly source: string;
  readonly orderId: string | null;
  /** The money that the points stood for, in minor units, where they paid for something. */
  readonly worth: number | null;
  readonly reason: string | null;
  readonly at: Date;
}
