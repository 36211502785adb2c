import { DECIMAL_ZERO } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { badValue, decimalFrom, moneyFrom } from '../../../../platform/http/values.js';
import type { TipAdjustment, TipOutWay, TipOutWish } from '../../application/pay-tips-out.js';
import type { TipRefusal } from '../../domain/tip-refusal.js';
import type { TipRules } from '../../domain/tip-rules.js';
import type { CorrectOwedTipsRequest, PayTipsOutRequest, TipRulesRequest } from './tip-dtos.js';

/** Reads how tips are to be pooled. @throws Refusal `validation_failed`. */
export function rulesFrom(outletId: string, body: TipRulesRequest): Omit<TipRules, 'version'> {
  const { name, active = true, percent, sources, basis, shares } = body;
  const read = shares.map(({ job, weight }, index) => {
    const pointer = `/shares/${index}/weight`;
    const value = decimalFrom(weight, pointer);
    if (value <= DECIMAL_ZERO) throw badValue(pointer, 'must be above zero');
    return { job, weight: value };
  });
  return { outletId: outletId as OutletId, name, active, percent, sources, basis, shares: read };
}

/** Reads what is to be paid. @throws Refusal `tip_out_way_invalid`, `unknown_currency`. */
export function tipOutFrom(body: PayTipsOutRequest): TipOutWish {
  const { outletId, personId, amount, reason, approvalId } = body;
  return {
    ...{ outletId: outletId as OutletId, personId, reason, approvalId },
    amount: moneyFrom(amount, '/amount'),
    way: wayFrom(body),
  };
}

/** Reads what is to be corrected. @throws Refusal `validation_failed` for nothing, `unknown_currency`. */
export function adjustmentFrom({ outletId, personId, amount, reason }: CorrectOwedTipsRequest): TipAdjustment {
  if (amount.amount === 0) throw badValue('/amount/amount', 'must not be zero');
  return { outletId: outletId as OutletId, personId, amount: moneyFrom(amount, '/amount'), reason };
}

/** @throws Refusal `validation_failed` for a text that no person is named by. */
export function personFrom(personId: string | undefined): string | undefined {
  if (personId !== undefined && (personId.includes('\0') || !personId.isWellFormed()))
    throw badValue('/query/personId', 'must be text');
  return personId;
}

function wayFrom({ drawerSessionId, payout }: PayTipsOutRequest): TipOutWay {
  if (drawerSessionId !== undefined && payout === undefined) return { kind: 'cash', drawerSessionId };
  if (payout !== undefined && drawerSessionId === undefined) return { kind: 'payout', payout };
  const field = { pointer: '/payout', message: 'must be given where drawerSessionId is not, and only there' };
  throw new Refusal<TipRefusal>('tip_out_way_invalid', {}, [field]);
}
