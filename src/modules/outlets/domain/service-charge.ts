import type { Decimal } from '../../../kernel/decimal.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  holdsOn,
  parseRate,
  problemsOfValidity,
  SALES_CHANNELS,
  taxGroupOn,
  type SalesChannel,
  type TaxGroup,
} from './tax-group.js';
import { isPrintable } from './text.js';

/** When the house charges for service, and how much. The first rule that holds on the day and channel of a sale is taken. */
export interface ServiceChargeRule {
  readonly name: string;
  /** In percent, a decimal string. */
  readonly rate: string;
  /** `before_tax`: on the discounted amounts as the guest sees them, and taxed; `after_tax`: on totals, untaxed. */
  readonly basis: 'before_tax' | 'after_tax';
  /** The code of the tax group that it is taxed by; null: not taxed. */
  readonly taxGroup: string | null;
  /** At least one. */
  readonly channels: readonly SalesChannel[];
  /** @format date */
  readonly validFrom?: string;
  /** @format date */
  readonly validTo?: string;
}

/** A service charge that applies to a sale. */
export interface AppliedServiceCharge {
  readonly name: string;
  /** In percent. */
  readonly rate: Decimal;
  readonly basis: ServiceChargeRule['basis'];
  readonly taxGroup: TaxGroup | null;
}

/** As much of an outlet as a service charge depends on. */
export interface ChargingOutlet {
  readonly id: string;
  readonly serviceCharges: readonly ServiceChargeRule[];
  readonly taxGroups: ReadonlyMap<string, TaxGroup>;
}

const RULES_MAX = 20;
const NAME_MAX = 100;
const KNOWN_CHANNELS: ReadonlySet<string> = new Set(SALES_CHANNELS);

/** What is wrong with service charges, place by place. @param taxGroups the codes that they may name. */
export function problemsOfServiceCharges(
  rules: readonly ServiceChargeRule[],
  taxGroups: ReadonlySet<string>,
): RefusedField[] {
  const problems: RefusedField[] = [];
  const at = '/serviceCharges';
  if (rules.length > RULES_MAX) problems.push({ pointer: at, message: `must have at most ${RULES_MAX} rules` });
  rules.slice(0, RULES_MAX).forEach((rule, index) => problems.push(...problemsOf(rule, taxGroups, `${at}/${index}`)));
  return problems;
}

function problemsOf(rule: ServiceChargeRule, taxGroups: ReadonlySet<string>, place: string): RefusedField[] {
  const { name, rate, basis, taxGroup, channels } = rule;
  const problems: RefusedField[] = [];
  const refuse = (member: string, message: string): void => {
    problems.push({ pointer: `${place}/${member}`, message });
  };
  if (!isPrintable(name, NAME_MAX)) refuse('name', `must be 1 to ${NAME_MAX} printable characters`);
  if (parseRate(rate) === undefined) refuse('rate', 'must be a percentage from 0 to 100 with at most six places');
  if (basis === 'after_tax' && taxGroup !== null) refuse('taxGroup', 'must be null: a charge after tax is not taxed');
  if (taxGroup !== null && !taxGroups.has(taxGroup)) refuse('taxGroup', 'is no tax group of this outlet');
  const once = new Set(channels).size === channels.length;
  if (channels.length === 0 || !once || !channels.every((channel) => KNOWN_CHANNELS.has(channel))) {
    refuse('channels', 'must name each channel once, at least one');
  }
  return [...problems, ...problemsOfValidity(rule, place)];
}

/**
 * The service charge on a day and channel, with the taxes of that day; `null` where none applies.
 * @throws Refusal `tax_group_not_found` when it names a tax group that is gone, which the outlet's rules do not let happen.
 */
export function serviceChargeOn(
  outlet: ChargingOutlet,
  localDate: string,
  channel: string,
): AppliedServiceCharge | null {
  const rule = outlet.serviceCharges.find((one) => {
    return (one.channels as readonly string[]).includes(channel) && holdsOn(one, localDate);
  });
  if (rule === undefined) return null;
  const { name, basis, taxGroup: code } = rule;
  const rate = parseRate(rule.rate);
  if (rate === undefined) throw new RangeError(`not a rate: ${rule.rate}`);
  if (code === null) return { name, rate, basis, taxGroup: null };
  const group = outlet.taxGroups.get(code);
  if (group === undefined) throw new Refusal('tax_group_not_found', { outletId: outlet.id, code });
  return { name, rate, basis, taxGroup: taxGroupOn(group, localDate) };
}
