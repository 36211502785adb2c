import { t, type MessageKey } from '../messages/translate.js';
import type { SaleTrouble } from './selling-sheets.js';

/** What to tell a cashier of a refusal of the register, by its code. */
const TEXTS: Readonly<Record<string, MessageKey>> = {
  item_unknown: 'sell.refused.gone',
  item_inactive: 'sell.refused.gone',
  item_sold_out: 'sell.refused.soldOut',
  item_not_available: 'sell.refused.notNow',
  tax_group_missing: 'sell.refused.tax',
  modifier_required: 'sell.refused.choices',
  modifier_unknown: 'sell.refused.choices',
  modifier_ambiguous: 'sell.refused.choices',
  modifier_not_available: 'sell.refused.choices',
  too_many_modifiers: 'sell.refused.choices',
  combo_slot_unknown: 'sell.refused.choices',
  combo_choice_unknown: 'sell.refused.choices',
  gift_card_code_required: 'sell.refused.giftCard',
  tender_needs_network: 'sell.refused.giftCard',
  permission_missing: 'sell.refused.rights',
  approval_required: 'sell.refused.rights',
  price_mismatch: 'sell.refused.rights',
  reason_required: 'sell.refused.rights',
  reason_not_listed: 'sell.refused.rights',
  licence_revoked: 'sell.refused.licence',
  licence_expired: 'sell.refused.licence',
  promo_code_needs_network: 'sell.codeOffline',
  promo_code_unknown: 'sell.refused.code',
  promo_code_not_applicable: 'sell.refused.code',
};

/** Says in one sentence what is wrong with the sale and what to do next. @param name of the row at fault. */
export function refusalText({ code, promoCode }: SaleTrouble, name: string | undefined): string {
  const key = TEXTS[code] ?? (name === undefined ? 'sell.refused.sale' : 'sell.refused.other');
  return t(key, { code: key === 'sell.codeOffline' ? (promoCode ?? '') : code, name: name ?? '' });
}
