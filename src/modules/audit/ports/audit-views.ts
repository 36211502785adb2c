import type { RequestContext } from '../../../kernel/context.js';
import type { AuditEntry, ChainHead, Outcome } from '../domain/entry.js';

export interface AuditFilter {
  readonly actor: string | undefined;
  /** A type of events, or a prefix of types that ends in `*`. */
  readonly action: string | undefined;
  readonly target: string | undefined;
  readonly outletId: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

export interface AuditQuery extends AuditFilter {
  readonly limit: number;
  /** Number of the last entry of the page before. */
  readonly below: number | undefined;
}

/** Reads of the chain. A caller who acts for some outlets sees theirs and what is of none. */
export interface AuditViews {
  /** Newest first, one more than the limit. */
  entries(context: Reader, query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** @throws Refusal `audit_entry_not_found`. */
  entry(context: Reader, number: number): Promise<AuditEntry>;
  head(context: Reader): Promise<ChainHead>;
}

export type Reader = Pick<RequestContext, 'tenantId' | 'principal'>;
