import { AGGREGATE_OF } from '../../src/app/event-aggregates.js';
import { coversType } from '../../src/kernel/outbox.js';
import { AUDITED_ACTS } from '../../src/modules/audit/domain/audited-acts.js';

// GUARANTEES I10: a new event is audited, or somebody has decided that it need not be.

const SALE = 'selling is what the till is for; orders and their events tell of it';
const MONEY_MOVES = 'follows from a sale, a refund or an answer of a provider, which are told of themselves';
const SYSTEM = 'nobody did it';
const DRAFT = 'holds for no one until it is published';
const NOT_AUDITED: Readonly<Record<string, string>> = {
  'pos.order.line_added': SALE,
  'pos.order.line_changed': SALE,
  'pos.order.line_removed': SALE,
  'pos.order.promo_code_added': SALE,
  'pos.order.promo_code_removed': SALE,
  'pos.order.fired': SALE,
  'pos.order.held': SALE,
  'pos.order.recalled': SALE,
  'pos.order.payment_captured': SALE,
  'pos.order.payment_initiated': SALE,
  'pos.order.payment_pending': SALE,
  'pos.order.payment_failed': SALE,
  'pos.order.payment_unknown': MONEY_MOVES,
  'pos.order.payment_charged_back': MONEY_MOVES,
  'pos.order.payment_chargeback_won': MONEY_MOVES,
  'pos.payment.initiated': MONEY_MOVES,
  'pos.payment.pending': MONEY_MOVES,
  'pos.payment.captured': MONEY_MOVES,
  'pos.payment.failed': MONEY_MOVES,
  'pos.payment.unknown': MONEY_MOVES,
  'pos.payment.unallocated': MONEY_MOVES,
  'pos.payment.refund_processed': MONEY_MOVES,
  'pos.payment.refund_failed': MONEY_MOVES,
  'pos.payment.charged_back': MONEY_MOVES,
  'pos.payment.chargeback_won': MONEY_MOVES,
  'pos.payout.paid': MONEY_MOVES,
  'pos.payout.failed': MONEY_MOVES,
  'pos.subscription.renewal_due': SYSTEM,
  'pos.license.renewal_due': SYSTEM,
  'pos.licence_invoice.drafted': SYSTEM,
  'pos.licence_invoice.sent': SYSTEM,
  'pos.licence_invoice.failed': SYSTEM,
  'pos.settlement.received': SYSTEM,
  'pos.settlement.differences_found': SYSTEM,
  'pos.tip.earned': MONEY_MOVES,
  'pos.gift_card.redeemed': MONEY_MOVES,
  'pos.gift_card.refunded': MONEY_MOVES,
  'pos.gift_card.reversed': MONEY_MOVES,
  'pos.house_account.charged': MONEY_MOVES,
  'pos.house_account.refunded': MONEY_MOVES,
  'pos.house_account.paid': MONEY_MOVES,
  'pos.loyalty.enrolled': 'a guest joins; nobody gains by it',
  'pos.loyalty.movement_failed': SYSTEM,
  'pos.session.locked': 'nobody gains by a lock; signing in and out are audited',
  'pos.session.unlocked': 'who was signed in already has shown it again; wrong PINs are audited',
  'pos.shift.started': 'the shift itself tells; corrections are audited',
  'pos.shift.ended': 'the shift itself tells; corrections are audited',
  'pos.shift.break_started': 'the shift itself tells; corrections are audited',
  'pos.shift.break_ended': 'the shift itself tells; corrections are audited',
  'pos.shift.overdue': SYSTEM,
  'pos.report.closure_due': SYSTEM,
  'pos.notice.raised': SYSTEM,
  'pos.notice.acknowledged': 'a notice keeps who has seen it',
  'pos.notice.reopened': 'a notice keeps who has seen it',
  'pos.catalog.availability_changed': 'what is sold out; it changes all day',
  'pos.catalog.synced': SYSTEM,
  'pos.pricebook.created': DRAFT,
  'pos.pricebook.changed': DRAFT,
  'pos.promotion.exhausted': SYSTEM,
  'outlet.offline_alert': SYSTEM,
  'pos.device.back_online': SYSTEM,
  'pos.sync.gap_found': SYSTEM,
  'pos.sync.gap_filled': SYSTEM,
  'pos.sync.clock_wrong': SYSTEM,
  'pos.sync.conflict_opened': 'the service found it; who decides on it is audited',
};

test('every event is audited, or has a reason why not', () => {
  const decided = (type: string): boolean =>
    type in NOT_AUDITED || AUDITED_ACTS.some(({ pattern }) => coversType(pattern, type));
  expect(Object.keys(AGGREGATE_OF).filter((type) => !decided(type))).toEqual([]);
});

test('nothing is audited and not audited', () => {
  const both = Object.keys(NOT_AUDITED).filter((type) => AUDITED_ACTS.some(({ pattern }) => coversType(pattern, type)));
  expect(both).toEqual([]);
});
