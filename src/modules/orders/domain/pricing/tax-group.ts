import { DECIMAL_ZERO, type Decimal } from '../../../../kernel/decimal.js';
import { fromBigInt, type Money } from '../../../../kernel/money.js';
import { divideRounded } from '../../../../kernel/rounding.js';
import type { Channel } from '../channel.js';

export interface Tax {
  readonly code: string;
  readonly name: string;
  /** In percent: `16` is sixteen hundredths. */
  readonly rate: Decimal;
  /** A compound tax is charged on net and the taxes listed before it; others on net alone. */
  readonly compound: boolean;
}

export type TaxMode = 'inclusive' | 'exclusive';

/** Other taxes for some channels, such as take-away, and what then stays the same: the price paid or the net (DOMAIN P3). */
export interface ChannelSwitch {
  readonly channels: readonly Channel[];
  readonly taxes: readonly Tax[];
  readonly policy: 'keep_gross' | 'keep_net';
}

/** The taxes of an item and whether its price contains them. */
export interface TaxGroup {
  readonly code: string;
  readonly mode: TaxMode;
  readonly taxes: readonly Tax[];
  readonly channelSwitch?: ChannelSwitch;
}

/** How one unit of net splits over the taxes, exactly: integers in the same unspecified scale. */
export interface TaxShares {
  readonly net: bigint;
  readonly taxes: readonly bigint[];
  /** Net and all taxes. */
  readonly gross: bigint;
}

/** One per cent is 10^6 millionths, the whole 10^8. */
const RATE_SCALE = 100_000_000n;

/**
 * Splits a price into net and taxes without rounding. A tax that is not compound is charged on net, a compound one on net
 * and all taxes listed before it.
 */
export function taxShares(taxes: readonly Tax[]): TaxShares {
  let net = 1n;
  for (let power = 0; power < taxes.length; power += 1) net *= RATE_SCALE;
  const shares: bigint[] = [];
  let gross = net;
  for (const { rate, compound } of taxes) {
    // Exact: before the k-th of n taxes, gross is still a multiple of the scale to the power n - k + 1.
    const share = ((compound ? gross : net) / RATE_SCALE) * rate;
    shares.push(share);
    gross += share;
  }
  return { net, taxes: shares, gross };
}

/** A price and the taxes that apply to it, with what changed the price on the way. */
export interface ResolvedPrice {
  readonly unitPrice: Money;
  readonly taxGroup: TaxGroup;
  readonly changes: readonly PriceChange[];
}

export interface PriceChange {
  readonly rule: 'tax_switch' | 'tax_exemption';
  readonly before: Money;
  readonly after: Money;
  readonly detail: string;
}

const UNCHANGED: readonly PriceChange[] = [];

/**
 * Finds the taxes of a line for a channel and a guest, and the unit price that goes with them. The group of the result has
 * no switch left and an exempt guest's rates are zero, so resolving a result again changes nothing: orders freeze it.
 *
 * A switch with `keep_net` moves an inclusive price, one with `keep_gross` an exclusive price. An exempt guest pays the net:
 * the tax is taken out of an inclusive price and its taxes are listed at zero. Prices change by unit and are rounded half
 * away from zero, so that unit price × quantity is what the receipt says.
 */
export function resolvePrice(unitPrice: Money, group: TaxGroup, channel: Channel, taxExempt: boolean): ResolvedPrice {
  if (group.channelSwitch === undefined && !taxExempt) return { unitPrice, taxGroup: group, changes: UNCHANGED };
  const changes: PriceChange[] = [];
  let price = unitPrice;
  let taxes = group.taxes;
  if (group.channelSwitch?.channels.includes(channel)) {
    const change = switchTaxes(price, group, group.channelSwitch);
    changes.push(change);
    price = change.after;
    taxes = group.channelSwitch.taxes;
  }
  if (taxExempt && taxes.some(({ rate }) => rate !== DECIMAL_ZERO)) {
    const change = exempt(price, group.mode, taxes);
    changes.push(change);
    price = change.after;
    taxes = taxes.map((tax) => ({ ...tax, rate: DECIMAL_ZERO }));
  }
  return { unitPrice: price, taxGroup: { code: group.code, mode: group.mode, taxes }, changes };
}

function switchTaxes(before: Money, { mode, taxes }: TaxGroup, { policy, taxes: other }: ChannelSwitch): PriceChange {
  const detail = `other taxes on this channel, ${policy === 'keep_net' ? 'net' : 'gross'} kept`;
  const from = taxShares(taxes);
  const to = taxShares(other);
  let after = before;
  if (mode === 'inclusive' && policy === 'keep_net') after = scale(before, to.gross * from.net, from.gross * to.net);
  if (mode === 'exclusive' && policy === 'keep_gross') after = scale(before, from.gross * to.net, to.gross * from.net);
  return { rule: 'tax_switch', before, after, detail };
}

function exempt(before: Money, mode: TaxMode, taxes: readonly Tax[]): PriceChange {
  const { net, gross } = taxShares(taxes);
  const after = mode === 'inclusive' ? scale(before, net, gross) : before;
  return { rule: 'tax_exemption', before, after, detail: 'the guest is exempt: net price, taxes listed at zero' };
}

function scale(price: Money, numerator: bigint, denominator: bigint): Money {
  return fromBigInt(divideRounded(BigInt(price.amount) * numerator, denominator, 'half-up'), price.currency);
}
