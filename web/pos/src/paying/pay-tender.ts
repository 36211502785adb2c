import type { PriceBook } from '../../../../sdk/src/book/price-book.js';
import type { KeyAction } from '../keys/key-map.js';
import type { MessageKey } from '../messages/translate.js';
import type { IconName } from '../../../design/kit.js';

/** What of the book's tenders paying asks. */
export interface PayTender {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Who collects it; `null`: nobody, it is recorded by hand or kept in a ledger by its kind. */
  readonly provider: string | null;
  readonly referenceRequired: boolean;
  readonly refundable: boolean;
  /** What it adds to the amount that it pays. */
  readonly surcharge: PriceBook['tenders'][number]['surcharge'];
}

/**
 * How a tender is taken. `cash` and `hand` are recorded by who stands at the till. The others need the service: a provider asks for
 * the money, or a ledger of the business is written to.
 */
export type TenderFlow = 'cash' | 'hand' | 'card' | 'phone' | 'code' | 'account' | 'points';

/** How a tender is taken. */
export function flowOf({ kind, provider, code }: Pick<PayTender, 'kind' | 'provider' | 'code'>): TenderFlow {
  if (kind === 'cash' || code === 'cash') return 'cash';
  if (kind === 'gift_card' || kind === 'voucher') return 'code';
  if (kind === 'house_account') return 'account';
  if (kind === 'loyalty') return 'points';
  if (provider === null) return 'hand';
  return kind === 'mobile_money' ? 'phone' : 'card';
}

/** True where nothing can be taken without the service. */
export function needsNetwork(tender: Pick<PayTender, 'kind' | 'provider' | 'code'>): boolean {
  const flow = flowOf(tender);
  return flow !== 'cash' && flow !== 'hand';
}

/** What stands in the way of a tender now, as a sentence's key; `undefined`: nothing. */
export function hindranceOf(
  tender: Pick<PayTender, 'kind' | 'provider' | 'code'>,
  now: { readonly online: boolean; readonly training: boolean; readonly customer: boolean },
): MessageKey | undefined {
  if (!needsNetwork(tender)) return undefined;
  if (now.training) return 'pay.notInTraining';
  if (!now.online) return 'pay.needsNetwork';
  return flowOf(tender) === 'points' && !now.customer ? 'pay.needsCustomer' : undefined;
}

const ICONS: Readonly<Record<string, IconName>> = {
  cash: 'cash',
  card: 'card',
  eftpos: 'card',
  mobile_money: 'phone',
  gift_card: 'gift',
  voucher: 'gift',
  house_account: 'customer',
  loyalty: 'customer',
};

/** The picture beside a tender's name. */
export function iconOf({ kind }: Pick<PayTender, 'kind'>): IconName {
  return ICONS[kind] ?? 'note';
}

const KEYS: readonly { readonly action: KeyAction; readonly kinds: readonly string[] }[] = [
  { action: 'tenderCash', kinds: ['cash'] },
  { action: 'tenderCard', kinds: ['card', 'eftpos'] },
  { action: 'tenderMobile', kinds: ['mobile_money'] },
  { action: 'tenderGift', kinds: ['gift_card', 'voucher'] },
];

/** Which tender a letter picks: the first of its kind that the outlet takes. */
export function tenderByKey(tenders: readonly PayTender[]): ReadonlyMap<KeyAction, PayTender> {
  const found = new Map<KeyAction, PayTender>();
  for (const { action, kinds } of KEYS) {
    const tender = kinds.flatMap((kind) => tenders.filter((one) => one.kind === kind))[0];
    if (tender !== undefined) found.set(action, tender);
  }
  return found;
}
