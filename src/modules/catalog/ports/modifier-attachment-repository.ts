import type { Tx } from '../../../kernel/transaction.js';
import type { AttachmentList, AttachmentTarget } from '../domain/modifier-attachment.js';

/** What is attached to items and categories, as commands need it. The groups' repository locks it. */
export interface ModifierAttachmentRepository {
  /** What is attached; `undefined` where nothing ever was. */
  find(tx: Tx, target: AttachmentTarget): Promise<AttachmentList | undefined>;
  /** Writes a list and makes the revision of prices one higher. */
  save(tx: Tx, list: AttachmentList): Promise<void>;
}
