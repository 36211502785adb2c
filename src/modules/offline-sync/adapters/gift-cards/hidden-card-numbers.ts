import { Refusal } from '../../../../kernel/refusal.js';
import { assertNoPaymentCard } from '../../../gift-cards/index.js';
import type { Json, JsonObject } from '../../domain/entry.js';
import type { CardMask } from '../../ports/sync-surroundings.js';

const DIGITS_MIN = 12;
const SHOWN = 4;

/**
 * Hides numbers of payment cards that somebody typed into a text at the till. The sale is taken all the same: it has happened, and
 * refusing it would lose it.
 */
export class HiddenCardNumbers implements CardMask {
  masked(body: JsonObject): { readonly body: JsonObject; readonly hidden: boolean } {
    const found: string[] = [];
    const clean = (value: Json): Json => {
      if (typeof value === 'string') {
        if (isHarmless(value)) return value;
        found.push('a number');
        return withoutDigits(value);
      }
      if (value === null || typeof value !== 'object') return value;
      if (Array.isArray(value)) return (value as readonly Json[]).map(clean);
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, clean(member)]));
    };
    const masked = clean(body) as JsonObject;
    const hidden = found.length > 0;
    return { body: hidden ? masked : body, hidden };
  }
}

function isHarmless(text: string): boolean {
  if (text.length < DIGITS_MIN) return true;
  try {
    assertNoPaymentCard(text, '');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** All digits but the last four: what is left tells no number, and no code beside it. */
function withoutDigits(text: string): string {
  let left = (text.match(/\p{Nd}/gu) ?? []).length;
  return text.replaceAll(/\p{Nd}/gu, (digit) => (left-- <= SHOWN ? digit : '•'));
}
