import type { Charge } from '../domain/charge.js';

/** Told of what goes on with payments: for metrics and logs, never with personal data. */
export interface PaymentObserver {
  /** A charge has ended, or has become unknown. */
  came(provider: string, outcome: Charge['status']): void;
  /** Money came that no order took. */
  strayed(provider: string, reason: string): void;
  /** Ours to repair. */
  failed(what: string, error: unknown): void;
}
