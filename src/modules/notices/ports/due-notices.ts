import type { TenantId } from '../../../kernel/ids.js';
import type { NoticeId } from '../domain/notice.js';

/** A notice of some tenant that is to be sent. */
export interface DueNotice {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly id: NoticeId;
}

/** The notices of all tenants that are due. Several workers share them. */
export interface DueNotices {
  /** Takes some in hand: for the length of a lease no other worker is given them. */
  claim(limit: number): Promise<readonly DueNotice[]>;
}
