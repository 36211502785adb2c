import type { Cafe, Json, Person } from './cafe.js';
import type { Yesterday } from './day-one.js';
import type { Told } from './day-two.js';

/** A privileged act of the two days, as the audit has to have it. */
interface ExpectedAct {
  readonly action: string;
  readonly by: Person;
  readonly reason?: string;
  /** What it was done to, where the test knows. */
  readonly target?: string;
  /** The second person. */
  readonly approvedBy?: Person;
}

/** All of them. */
export function expectedActs(cafe: Cafe, { sale }: Yesterday, told: Told): ExpectedAct[] {
  const { manager, owner } = cafe;
  const [amina, ben, chao] = cafe.cashiers;
  const [front, back] = [`cashdrawers/${told.front.session}`, `cashdrawers/${told.back.session}`];
  const byManager = (action: string, reason: string, target?: string): ExpectedAct => {
    return { action, by: manager, reason, ...(target !== undefined && { target }) };
  };
  return [
    { action: 'pos.order.refunded', by: ben, reason: 'cold pilau', target: `orders/${sale.id}`, approvedBy: manager },
    byManager('pos.order.refunded', 'wrong colour', `orders/${told.exchanged.returned.id}`),
    byManager('pos.order.voided', 'the guest left'),
    byManager('pos.order.voided', 'the party is off'),
    byManager('pos.order.payment_returned', 'the party is off'),
    byManager('pos.order.discount_given', 'waited too long'),
    byManager('pos.order.price_overridden', 'scratched'),
    { action: 'pos.order.discount_given', by: ben, reason: 'birthday' },
    { action: 'pos.order.tip_adjusted', by: ben, reason: 'on the slip' },
    { action: 'pos.approval.asked', by: ben, reason: 'birthday' },
    { action: 'pos.approval.granted', by: manager, reason: 'birthday' },
    { action: 'pos.approval.used', by: ben, reason: 'birthday', approvedBy: manager },
    { action: 'pos.access.refused', by: ben, reason: 'approval_required' },
    { action: 'pos.cashdrawer.opened', by: amina, target: front },
    { action: 'pos.cashdrawer.opened', by: ben, target: back },
    byManager('pos.cashdrawer.skimmed', 'to the safe', front),
    byManager('pos.cashdrawer.paid_in', 'coins from the bank', front),
    byManager('pos.cashdrawer.paid_in', 'house account D-17', back),
    byManager('pos.cashdrawer.paid_out', 'milk', front),
    byManager('pos.cashdrawer.paid_out', 'ice', back),
    byManager('pos.cashdrawer.no_sale', 'change for the bus', front),
    byManager('pos.cashdrawer.no_sale', 'stuck note', back),
    byManager('pos.cashdrawer.transferred', 'small notes', front),
    byManager('pos.cashdrawer.transferred', 'small notes', back),
    byManager('pos.cashdrawer.tipped_out', 'end of the day', front),
    { action: 'pos.cashdrawer.handed_over', by: amina, target: front },
    { action: 'pos.cashdrawer.closed', by: chao, target: front },
    { action: 'pos.cash_exception', by: ben, target: back },
    byManager('pos.cashdrawer.variance_decided', 'looked everywhere', back),
    byManager('pos.bank_deposit.prepared', 'evening bag'),
    { action: 'pos.bank_deposit.confirmed', by: manager },
    { action: 'pos.tip.distributed', by: manager },
    byManager('pos.tip.paid_out', 'end of the day'),
    byManager('pos.shift.corrected', 'the clock was stuck'),
    { action: 'pos.gift_card.issued', by: manager },
    { action: 'pos.house_account.opened', by: manager },
    { action: 'pos.tender.changed', by: manager },
    { action: 'pos.approval_rule.changed', by: manager },
    { action: 'pos.drawer_policy.changed', by: manager },
    { action: 'pos.tip_rules.changed', by: owner },
    { action: 'pos.outlet.opened', by: owner },
    { action: 'pos.api_key.created', by: owner },
    byManager('pos.day.closed', 'the evening'),
    byManager('pos.day.closed', 'good night'),
    { action: 'pos.report.generated', by: manager },
  ];
}

/** The acts that the audit has no entry of, each by what it is missing. */
export function missingActs(acts: readonly ExpectedAct[], entries: readonly Json[]): ExpectedAct[] {
  return acts.filter(
    ({ action, by, reason, target, approvedBy }) =>
      !entries.some(
        (entry) =>
          entry.action === action &&
          (by.id === 'owner' ? entry.actor.startsWith('api-key:') : entry.actor === `api-key:${by.id}`) &&
          (reason === undefined || entry.reason === reason) &&
          (target === undefined || entry.target === target) &&
          (approvedBy === undefined || entry.approvedBy === `api-key:${approvedBy.id}`) &&
          entry.after !== null,
      ),
  );
}
