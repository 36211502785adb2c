import type { Money } from '../../kernel/money.js';

/** A movement to be made. */
export interface MovementRequest {
  readonly kind: 'earn' | 'burn' | 'earn_reversal' | 'burn_reversal';
  readonly customerId: string;
  readonly orderId: string | null;
  readonly amount: Money;
  /** Not signed; absent: the ledger knows how many the amount is. */
  readonly points?: number;
  /** The `movementId` that is taken back. */
  readonly reference: string | null;
}

/** A movement that was made. */
export interface LedgerMovement {
  readonly movementId: string;
  /** Not signed. */
  readonly points: number;
  /** After it. */
  readonly balance: number;
}

/** A customer who takes part. */
export interface LedgerMember {
  readonly customerId: string;
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
  readonly balance: number;
  readonly status: 'active' | 'closed';
}

/** What the ledger says: yes with what it did, or no with a stable word. */
export type LedgerAnswer<Done> =
  { readonly said: 'yes'; readonly done: Done } | { readonly said: 'no'; readonly code: string };
