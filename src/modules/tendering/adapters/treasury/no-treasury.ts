import type { ChargeAnswer, PaymentProvider, TransferAnswer } from '../../ports/payment-provider.js';

const ABSENT = { kind: 'absent', error: 'no treasury is configured' } as const;
/** Of what was begun while there was one, nothing is known. */
const UNKNOWN = { kind: 'unknown', error: 'no treasury is configured' } as const;
/** It comes with a new configuration, if ever: nothing that a till could wait for. */
const AWAY_SECONDS = 3_600;

/** Stands where the treasury would be, in a shop without one. */
export class NoTreasury implements PaymentProvider {
  readonly name = 'treasury';
  readonly notConfigured = true;

  awayFor(): number {
    return AWAY_SECONDS;
  }
  charge(): Promise<ChargeAnswer> {
    return Promise.resolve(ABSENT);
  }
  statusOf(): Promise<ChargeAnswer> {
    return Promise.resolve(UNKNOWN);
  }
  cancel(): Promise<ChargeAnswer> {
    return Promise.resolve(UNKNOWN);
  }
  refund(): Promise<TransferAnswer> {
    return Promise.resolve(ABSENT);
  }
  statusOfRefund(): Promise<TransferAnswer> {
    return Promise.resolve(UNKNOWN);
  }
  payOut(): Promise<TransferAnswer> {
    return Promise.resolve(ABSENT);
  }
  statusOfPayout(): Promise<TransferAnswer> {
    return Promise.resolve(UNKNOWN);
  }
}
