import type { MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { Intent, IntentStatus } from '../../domain/intent.js';
import type { CustomerReference } from './loyalty-dto.js';

/** Points to be taken for an amount that a sale is going to be paid with. */
export interface BurnRequest {
  customerId: CustomerReference;
  amount: MoneyDto;
}

/** Points that were taken for a sale. */
export interface BurnResponse {
  /** Names the burn in a payment with the tender `loyalty`. */
  reference: Uuid;
  customerId: CustomerReference;
  amount: MoneyDto;
  /**
   * Null until the loyalty service has answered.
   * @isLong
   */
  points: number | null;
  /**
   * `pending`: the loyalty service has not answered yet. `held`: pay with it within 15 minutes. `used`: it has paid.
   * `reversing`, `reversed`: no sale came, and the points go back. `refused`: no points were taken.
   */
  status: 'pending' | 'held' | 'used' | 'reversing' | 'reversed' | 'refused';
}

/** Shows a burn. @throws Error for an intent of another kind. */
export function toBurnResponse({ id, kind, customerId, amount, points, status }: Intent): BurnResponse {
  if (kind !== 'burn' || amount === null) throw new Error(`${id} is no burn`);
  return { reference: id, customerId, amount: { ...amount }, points, status: status as Exclude<IntentStatus, 'done'> };
}
