import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Payer } from './payer.js';

export type PaymentId = Id<'payment'>;

/**
 * `created`: surely not with the provider. `sent`: it was called, nothing was heard yet. `pending`: it has the charge, or may have
 * it. `unknown`: for too long nobody knows; somebody must find out. `cancelling`: the order gave it up, the provider is told to
 * stop. The others are settled.
 */
export const CHARGE_STATUSES = [
  'created',
  'sent',
  'pending',
  'captured',
  'failed',
  'unknown',
  'cancelling',
  'cancelled',
  'charged_back',
] as const;
export type ChargeStatus = (typeof CHARGE_STATUSES)[number];

/** Money that a provider is to collect for a payment of an order. */
export interface Charge {
  readonly paymentId: PaymentId;
  readonly orderId: Id<'order'>;
  readonly orderNumber: string;
  readonly outletId: OutletId;
  readonly tender: string;
  readonly provider: string;
  readonly amount: Money;
  readonly payer: Payer;
  /** The request that it comes from, once only in a tenant. */
  readonly source: string;
  readonly fingerprint: string;
  readonly completeOrder: boolean;
  readonly status: ChargeStatus;
  /** The first name that the provider gave it. */
  readonly requestReference: string | null;
  /** The last name that the provider gave it: of captured money, the one on its statements. */
  readonly providerReference: string | null;
  /** Why it failed, or what is not known. A word. */
  readonly reason: string | null;
  readonly askedAt: Date | null;
  readonly cancelAskedAt: Date | null;
  readonly unknownSince: Date | null;
  /** Who must find out what became of it. */
  readonly owner: string | null;
  /** Calls in a row that gave nothing final. */
  readonly tries: number;
  /** When it is worth another look; `null` when it is settled, or a person must resolve it. */
  readonly nextTryAt: Date | null;
  readonly settledAt: Date | null;
  /** What came in. */
  readonly amountCaptured: Money | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** True of charges that test keys began: the simulator has them. */
  readonly test: boolean;
  /** From 1, one up with each committed change. */
  readonly version: number;
  /** Sequence of the last event. */
  readonly sequence: number;
}

/** True while it is not known what becomes of it. */
export function isInDoubt({ status }: Pick<Charge, 'status'>): boolean {
  return OPEN.has(status);
}

const OPEN: ReadonlySet<ChargeStatus> = new Set(['created', 'sent', 'pending', 'unknown', 'cancelling']);

/** The key under which providers know a charge. */
export function chargeKey(paymentId: string): string {
  return `charge-${paymentId}`;
}

/** How long things may take. */
export interface Patience {
  /** A charge that has not ended by then is unknown. */
  readonly unknownMs: number;
  /** From 0 to 1, spreads the looks of many. */
  readonly chance: number;
}

const PENDING_MS = { first: 1_000, max: 15_000 };
const UNKNOWN_MS = { first: 15_000, max: 300_000 };
/** For how long the provider is asked about a charge that is unknown. */
export const GIVE_UP_MS = 3 * 24 * 3_600_000;

/** True once a charge has had its time. */
export function isOverdue(charge: Charge, at: Date, { unknownMs }: Patience): boolean {
  return at.getTime() >= deadlineOf(charge, unknownMs);
}

/** When to look again at a charge that has not ended; never beyond the moment at which it becomes unknown. */
export function nextLook(charge: Charge, at: Date, patience: Patience): Date | null {
  const { unknownSince, tries } = charge;
  if (unknownSince !== null && at.getTime() >= unknownSince.getTime() + GIVE_UP_MS) return null;
  const { first, max } = unknownSince === null ? PENDING_MS : UNKNOWN_MS;
  const ceiling = Math.min(max, first * 2 ** Math.min(tries, 16));
  const look = at.getTime() + ceiling * (0.5 + patience.chance / 2);
  if (unknownSince !== null) return new Date(look);
  const deadline = deadlineOf(charge, patience.unknownMs);
  return new Date(deadline > at.getTime() ? Math.min(look, deadline) : look);
}

function deadlineOf({ createdAt, askedAt, cancelAskedAt }: Charge, unknownMs: number): number {
  return (cancelAskedAt ?? askedAt ?? createdAt).getTime() + unknownMs;
}
