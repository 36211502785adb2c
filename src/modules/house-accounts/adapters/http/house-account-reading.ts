import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { CursorValue } from '../../../../platform/http/cursor.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import { badValue, moneyFrom } from '../../../../platform/http/values.js';
import type { OpenAccountCommand } from '../../application/open-account.js';
import type { Repayment } from '../../domain/account-ledger.js';
import { givenNumber } from '../../domain/account-number.js';
import type { AccountTerms, HouseAccountId } from '../../domain/house-account.js';
import type {
  ChangeHouseAccountRequest,
  OpenHouseAccountRequest,
  PayHouseAccountRequest,
} from './house-account-dtos.js';

/** Refuses a text with the number of a payment card in it. @throws Refusal `card_data_not_allowed` (GUARANTEES G9). */
export type TextScreen = (text: string, pointer: string) => void;

const TERMS_DAYS_DEFAULT = 30;
/** As far as PostgreSQL's integer counts. */
const ENTRIES_MAX = 2_147_483_647;
const SEARCH_MAX = 100;

/** Reads what account is to be opened. @throws Refusal for what the contract's form cannot tell. */
export function openingFrom(body: OpenHouseAccountRequest, screen: TextScreen): OpenAccountCommand {
  const { id, number, name, customerId, limit, termsDays, outletIds } = body;
  screen(number, '/number');
  screen(name, '/name');
  if (customerId != null) screen(customerId, '/customerId');
  return {
    ...{ id: id as HouseAccountId | undefined, number: givenNumber(number, '/number'), name },
    ...{ customerId: customerId ?? null, limit: moneyFrom(limit, '/limit') },
    ...{ termsDays: termsDays ?? TERMS_DAYS_DEFAULT, outletIds: outletsFrom(outletIds ?? null) },
  };
}

/** Reads what is to be changed. @throws Refusal for what the contract's form cannot tell. */
export function changesFrom(body: ChangeHouseAccountRequest, screen: TextScreen): Partial<AccountTerms> {
  const { name, limit, termsDays, outletIds } = body;
  if (name !== undefined) screen(name, '/name');
  return {
    ...(name !== undefined && { name }),
    ...(limit !== undefined && { limit: moneyFrom(limit, '/limit') }),
    ...(termsDays !== undefined && { termsDays }),
    ...(outletIds !== undefined && { outletIds: outletsFrom(outletIds) }),
  };
}

/** Reads a repayment. @throws Refusal for what the contract's form cannot tell. */
export function repaymentFrom(body: PayHouseAccountRequest, screen: TextScreen): Repayment {
  const { amount, tender, reference, outletId, drawerSessionId } = body;
  if (reference != null) screen(reference, '/reference');
  return {
    ...{ amount: moneyFrom(amount, '/amount'), tender, reference: reference ?? null },
    ...{ outletId: (outletId ?? null) as OutletId | null, drawerSessionId: drawerSessionId ?? null },
  };
}

/** A text to search by. @throws Refusal `validation_failed`. */
export function searchFrom(text: string | undefined, pointer: string): string | undefined {
  if (text !== undefined && (text.length > SEARCH_MAX || text.includes('\0'))) {
    throw badValue(pointer, `must be at most ${SEARCH_MAX} characters of text`);
  }
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

function outletsFrom(outletIds: readonly string[] | null): readonly OutletId[] | null {
  return outletIds === null ? null : ([...new Set(outletIds)] as OutletId[]);
}
