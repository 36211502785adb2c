import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Charge, ChargeStatus } from './charge.js';

export const AT = new Date('2026-11-20T12:00:00.000Z');
export const PATIENCE = { unknownMs: 120_000, chance: 1 };

/** So many milliseconds after the charge was begun. */
export function after(ms: number): Date {
  return new Date(AT.getTime() + ms);
}

const SETTLED: ReadonlySet<ChargeStatus> = new Set(['captured', 'failed', 'cancelled', 'charged_back']);

/** A charge of 12.50 as it looks in a status, begun at `AT`. */
export function chargeIn(status: ChargeStatus, wish: Partial<Charge> = {}): Charge {
  const settled = SETTLED.has(status);
  return {
    ...{ paymentId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d01' as Id<'payment'>, orderNumber: 'A-1' },
    ...{ orderId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d02' as Id<'order'> },
    ...{ outletId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d03' as OutletId, tender: 'card', provider: 'double' },
    ...{ amount: { amount: 1250, currency: 'KES' }, payer: { token: 'tok_1' }, source: 's', fingerprint: 'f' },
    ...{ completeOrder: true, status, requestReference: null, providerReference: null, reason: null },
    ...{ askedAt: status === 'created' ? null : AT, cancelAskedAt: status === 'cancelling' ? AT : null },
    ...{ unknownSince: status === 'unknown' ? AT : null, owner: status === 'unknown' ? 'user:anna' : null, tries: 0 },
    ...{ nextTryAt: settled ? null : AT, settledAt: settled ? AT : null },
    amountCaptured: status === 'captured' || status === 'charged_back' ? { amount: 1250, currency: 'KES' } : null,
    ...{ createdBy: 'user:anna', createdAt: AT, test: false, version: 3, sequence: 2 },
    ...wish,
  };
}
