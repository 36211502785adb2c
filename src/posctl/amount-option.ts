import type { DigitOverrides } from '../kernel/currencies.js';
import { fromMajorUnits, type Money } from '../kernel/money.js';
import { Refusal } from '../kernel/refusal.js';
import type { ApiClient } from './api-client.js';
import { usageError } from './arguments.js';

/**
 * Reads an amount in major units of an outlet's currency, in the tenant's digits.
 * @param said what the message names: an option, or what was typed.
 * @throws CommandError `usage` when it is no amount, `notFound` when the outlet is not there.
 */
export async function amountAt(
  client: ApiClient,
  command: string,
  { outletId, text, said }: { outletId: string; text: string; said: string },
): Promise<Money> {
  const { currency } = await client.json<{ currency: string }>({ method: 'GET', path: `/outlets/${outletId}` });
  const { minorDigits } = await client.json<{ minorDigits: DigitOverrides }>({ method: 'GET', path: '/tenant' });
  try {
    return fromMajorUnits(text, currency, minorDigits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw usageError(command, `${said} takes an amount in ${currency}, such as 25.00 (${error.code}).`);
  }
}
