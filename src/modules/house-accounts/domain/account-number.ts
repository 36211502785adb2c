import { Refusal } from '../../../kernel/refusal.js';
import type { HouseAccountRefusal } from './house-account.js';

const FORM = /^[0-9A-Z](?:[0-9A-Z./ -]{0,30}[0-9A-Z])?$/;

/** A number as typed or scanned, as it is kept: capitals, single spaces. */
export function normalNumber(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}

/** Reads the number that a new account is to have. @throws Refusal `house_account_number_invalid`. */
export function givenNumber(text: string, pointer: string): string {
  const number = normalNumber(text);
  if (FORM.test(number)) return number;
  const message = 'must have 1 to 32 letters and digits, with . / - or spaces between them';
  throw new Refusal<HouseAccountRefusal>('house_account_number_invalid', {}, [{ pointer, message }]);
}
