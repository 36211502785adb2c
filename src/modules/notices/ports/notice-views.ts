import type { Tx } from '../../../kernel/transaction.js';
import type { Notice, Severity } from '../domain/notice.js';

export interface NoticeFilter {
  /** Only of these outlets; what concerns the business as a whole is then left out. Absent: all. */
  readonly outletIds?: readonly string[];
  readonly status?: Notice['status'];
  readonly severity?: Severity;
  readonly kind?: string;
  /** When it was raised; `from` inclusive, `to` exclusive. */
  readonly from?: Date;
  readonly to?: Date;
}

/** After the notice raised then, with this id. */
export interface NoticePosition {
  readonly raisedAt: string;
  readonly id: string;
}

/** Questions about notices. */
export interface NoticeViews {
  /** Newest first; one more than `limit` may come back. */
  page(tx: Tx, filter: NoticeFilter, after: NoticePosition | undefined, limit: number): Promise<readonly Notice[]>;
}
