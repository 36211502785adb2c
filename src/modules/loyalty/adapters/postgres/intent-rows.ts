import type { Intent, IntentId, IntentKind, IntentStatus } from '../../domain/intent.js';

export interface IntentRow extends IntentColumns {
  readonly created_at: Date;
}

/** What is written; the database says when a row was made. */
interface IntentColumns {
  id: string;
  kind: IntentKind;
  customer_id: string;
  order_id: string | null;
  payment_id: string | null;
  amount: number | null;
  currency: string | null;
  points: number | null;
  source: string;
  undoes: string | null;
  status: IntentStatus;
  tries: number;
  next_try_at: Date | null;
  give_up_at: Date;
  reference: string | null;
  error: string | null;
}

/** The table of intents. */
export type IntentTable = IntentColumns & { tenant_id: string };

export const INTENT_COLUMNS =
  'id, kind, customer_id, order_id, payment_id, amount, currency, points, source, undoes, status, tries, next_try_at, ' +
  'give_up_at, reference, error, created_at';

const ERROR_MAX = 500;

/** The intent that a row tells of. */
export function toIntent(row: IntentRow): Intent {
  const { kind, points, source, status, tries, reference, error, amount, currency } = row;
  return {
    ...{ id: row.id as IntentId, kind, customerId: row.customer_id, orderId: row.order_id, paymentId: row.payment_id },
    amount: amount === null || currency === null ? null : { amount, currency },
    ...{ points, source, undoes: row.undoes as IntentId | null, status, tries, nextTryAt: row.next_try_at },
    ...{ giveUpAt: row.give_up_at, reference, error, createdAt: row.created_at },
  };
}

/** The columns of an intent. */
export function fromIntent(intent: Intent): IntentColumns {
  const { id, kind, customerId, orderId, paymentId, amount, points, source, undoes, status, tries } = intent;
  return {
    ...{ id, kind, customer_id: customerId, order_id: orderId, payment_id: paymentId },
    ...{ amount: amount?.amount ?? null, currency: amount?.currency ?? null, points, source, undoes, status, tries },
    ...{ next_try_at: intent.nextTryAt, give_up_at: intent.giveUpAt, reference: intent.reference },
    error: intent.error?.slice(0, ERROR_MAX) ?? null,
  };
}
