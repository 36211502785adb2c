import { saleFrom } from '../../../src/modules/orders/application/read-sale.js';
import type { RequestedSale } from '../../../src/modules/orders/application/sale-opening.js';
import type { WrittenSale } from '../../../src/modules/orders/application/written-sale.js';
import { approvedBy, type PersonAtTill } from './till-person.js';

/** Reads a sale as the service reads the body of `POST /orders`. @throws Refusal `validation_failed`, `unknown_currency`. */
export function readSale(written: WrittenSale, { approver }: PersonAtTill): RequestedSale {
  return saleFrom(approvedBy(written, approver));
}
