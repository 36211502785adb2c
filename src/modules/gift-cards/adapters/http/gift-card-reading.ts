import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { CursorValue } from '../../../../platform/http/cursor.js';
import { badValue, moneyFrom, timeFrom } from '../../../../platform/http/values.js';
import type { IssueCommand } from '../../application/issue-cards.js';
import { assertNoPaymentCard } from '../../domain/card-code.js';
import type { IssueGiftCardsRequest } from './gift-card-dtos.js';

/** As far as PostgreSQL's integer counts. */
const ENTRIES_MAX = 2_147_483_647;

/** Reads what cards are to be issued. @throws Refusal for what the contract's form cannot tell. */
export function issueFrom(body: IssueGiftCardsRequest): IssueCommand {
  const { kind, currency, count, codes, amount, activateBecause, singleUse, expiresAt, outletId, customerId } = body;
  if (count !== undefined && codes !== undefined) throw badValue('/count', 'must be absent where codes are given');
  moneyFrom({ amount: 0, currency }, ''); // a currency that there is
  return {
    kind,
    currency,
    cards: codes ?? count ?? 1,
    amount: amount === undefined ? null : moneyFrom(amount, '/amount'),
    activateBecause: activateBecause === undefined ? null : screened(activateBecause, '/activateBecause'),
    singleUse: singleUse ?? kind === 'voucher',
    expiresAt: expiresAt == null ? null : timeFrom(expiresAt, '/expiresAt'),
    outletId: (outletId ?? null) as OutletId | null,
    customerId: customerId == null ? null : screened(customerId, '/customerId'),
  };
}

/** A free text, as it may be kept. @throws Refusal `card_data_not_allowed` (GUARANTEES G9). */
export function screened(text: string, pointer: string): string {
  assertNoPaymentCard(text, pointer);
  return text;
}

/** The entry's number in a cursor. @throws Refusal `cursor_invalid` for one that no entry can have. */
export function entryNumber(position: readonly CursorValue[] | undefined): number | undefined {
  if (position === undefined) return undefined;
  const [number] = position;
  if (typeof number === 'number' && Number.isInteger(number) && number > 0 && number <= ENTRIES_MAX) return number;
  const field = { pointer: '/query/cursor', message: 'must be a nextCursor of this list' };
  throw new Refusal<RequestRefusal>('cursor_invalid', {}, [field]);
}
