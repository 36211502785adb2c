import type { Tx } from '../../../kernel/transaction.js';
import type { Notice, NoticeId } from '../domain/notice.js';

/** Notices of the transaction's tenant. */
export interface NoticeRepository {
  /** @returns false when there is a notice of that event already: nothing was added. */
  add(tx: Tx, notice: Notice): Promise<boolean>;
  /** The notice, locked until the transaction ends. */
  lock(tx: Tx, id: NoticeId): Promise<Notice | undefined>;
  find(tx: Tx, id: NoticeId): Promise<Notice | undefined>;
  /** @throws Error when the stored notice is not of the version before. */
  save(tx: Tx, notice: Notice): Promise<void>;
}
