import type { Tx } from '../../../kernel/transaction.js';
import type { Entry, Member } from '../domain/membership.js';

export interface MemberQuery {
  readonly group?: string;
  readonly status?: Member['status'];
  /** Part of a customer's id. */
  readonly q?: string;
  readonly limit: number;
  /** The last entry of the page before. */
  readonly after?: readonly [enrolledAt: string, id: string];
}

/** Answers questions about members. Pages have one entry more than the limit when there are more. */
export interface LoyaltyViews {
  /** Newest first. */
  members(tx: Tx, query: MemberQuery): Promise<Member[]>;
  /** Newest first. */
  entries(tx: Tx, customerId: string, limit: number, after?: readonly [at: string, id: string]): Promise<Entry[]>;
}
