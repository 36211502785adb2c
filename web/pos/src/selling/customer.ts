import type { BasketCustomer } from './basket.js';

/** A member of the loyalty programme, as far as a till shows one. */
export interface Member {
  readonly id: string;
  readonly customerId: string;
  readonly balance: number;
}

const TELEPHONE = /^\+?[1-9]\d{6,14}$/;

/** The customer of a sale. The service knows members by an id alone; where that is a telephone number, mobile money asks it. */
export function customerOf({ customerId }: Pick<Member, 'customerId'>): BasketCustomer {
  return { id: customerId, name: customerId, phone: TELEPHONE.test(customerId) ? customerId.replace('+', '') : null };
}
