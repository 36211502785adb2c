import type { OutletId } from '../../../kernel/ids.js';
import { NOT_SENT } from './delivery.js';
import type { NoticeId } from './notice.js';
import type { NoticeDraft } from './notice-lifecycle.js';

/** A notice of money that nobody asked for. */
export function noticeDraft(changes: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    id: '0197a3c2-0000-7000-8000-000000000001' as NoticeId,
    eventId: '0197a3c2-0000-7000-8000-000000000002',
    ...{ kind: 'payment_unallocated', severity: 'warning' },
    outletId: '0197a3c2-0000-7000-8000-000000000003' as OutletId,
    subject: 'payments/0197a3c2-0000-7000-8000-000000000004',
    params: {
      ...{ amount: { amount: 1_250, currency: 'USD' }, orderId: null, paymentId: null, drawerSessionId: null },
      ...{ provider: 'treasury', tender: 'card', reason: 'order_settled', businessDate: null, count: null },
    },
    occurredAt: new Date('2026-11-21T10:00:00Z'),
    raisedAt: new Date('2026-11-21T10:00:01Z'),
    delivery: NOT_SENT,
    ...changes,
  };
}
