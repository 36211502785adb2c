import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { advanceSubject } from '../../../../platform/inbox/inbox.js';
import { tenantOf } from '../../../../platform/postgres/transaction.js';
import type { OutletNews } from '../../ports/outlet-news.js';

/** What the auth service tells by events and by answers is one history: of both only the newest counts. */
export class RegistryNews implements OutletNews {
  isNewest(tx: Tx, outletId: OutletId, time: Date): Promise<boolean> {
    return advanceSubject(tx, tenantOf(tx), { source: 'auth', subject: newsSubjectOf(outletId), time });
  }
}

/** Under which name the history of an outlet is kept. */
export function newsSubjectOf(outletId: string): string {
  return `outlets/${outletId}`;
}
