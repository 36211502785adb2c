import { coversType, type LoggedEvent } from '../../../kernel/outbox.js';

type Data = Readonly<Record<string, unknown>>;

/** One kind of act that the audit keeps. */
interface AuditedAct {
  /** A type of events, or a prefix of types that ends in `*`. */
  readonly pattern: string;
  /** Which of them; all when absent. */
  readonly only?: (data: Data) => boolean;
}

/** Sales are many and exempt ones few: what their text must have to be worth reading. Inside a text the quotes would be escaped. */
const PRIVILEGED_SALE = /"taxExemption": ?\{|"serviceChargeWaived": ?true/;
const SALES: ReadonlySet<string> = new Set(['pos.order.created', 'pos.order.completed']);

const all = (...patterns: string[]): AuditedAct[] => patterns.map((pattern) => ({ pattern }));

/** What is audited (GUARANTEES I10, G11): money taken off or given back, cash, rights, settings, prices. */
export const AUDITED_ACTS: readonly AuditedAct[] = [
  ...all('pos.order.voided', 'pos.order.refunded', 'pos.order.payment_returned', 'pos.order.payment_cancelled'),
  ...all('pos.order.price_overridden', 'pos.order.discount_given', 'pos.order.discount_removed'),
  // An order that was opened and completed by one request tells the whole when it is completed.
  { pattern: 'pos.order.created', only: (data) => isPrivilegedSale(data) && statusOf(data) !== 'completed' },
  { pattern: 'pos.order.completed', only: (data) => isPrivilegedSale(data) && inside(data, 'order')['version'] === 1 },
  ...all('pos.order.tip_adjusted'),
  { pattern: 'pos.order.tip_changed', only: (data) => !['open', 'held'].includes(statusOf(data)) },
  ...all('pos.gift_card.issued', 'pos.gift_card.activated', 'pos.gift_card.reloaded', 'pos.gift_card.adjusted'),
  ...all('pos.gift_card.blocked', 'pos.gift_card.unblocked', 'pos.gift_card.transferred', 'pos.gift_card.extended'),
  { pattern: 'pos.loyalty.points_moved', only: (data) => inside(data, 'entry')['kind'] === 'adjust' },
  ...all('pos.loyalty.member_changed', 'pos.loyalty.programme_changed'),
  // A card that ran out by itself has no reason; one that somebody ended has.
  { pattern: 'pos.gift_card.expired', only: (data) => reasonOfFirst(data['movements']) !== null },
  ...all('pos.cashdrawer.*', 'pos.cash_exception*', 'pos.drawer.*', 'pos.drawer_policy.*', 'pos.drawer_tray.*'),
  ...all('pos.table.*'),
  ...all('pos.safe.*', 'pos.bank_deposit.*'),
  ...all('pos.payment.resolved', 'pos.payment.allocated', 'pos.payment.written_off', 'pos.payment.cancelled'),
  ...all('pos.payment.unallocated_refunded', 'pos.payment.refund_settled_by_hand', 'pos.payment.refund_retried'),
  ...all(
    'pos.chargeback.*',
    'pos.payout.requested',
    'pos.settlement.difference_*',
    'pos.tender.*',
    'pos.payment_connection.*',
  ),
  ...all('pos.approval.*', 'pos.approval_rule.*', 'pos.access.refused'),
  ...all('pos.session.started', 'pos.session.ended', 'pos.session.sign_in_failed', 'pos.session.sign_in_locked'),
  ...all('pos.session.account_locked', 'pos.session.lock_lifted'),
  ...all('pos.shift.corrected', 'pos.shift_policy.*', 'pos.tip_rules.*'),
  ...all('pos.tip.adjusted', 'pos.tip.distributed', 'pos.tip.distribution_reversed', 'pos.tip.paid_out'),
  ...all('pos.report.generated', 'pos.day.*', 'pos.day_policy.*'),
  ...all('pos.house_account.opened', 'pos.house_account.changed', 'pos.house_account.adjusted'),
  ...all('pos.house_account.blocked', 'pos.house_account.unblocked'),
  ...all('pos.house_account.closed', 'pos.house_account.reopened'),
  ...all('pos.staff.*'),
  ...all('pos.role.*'),
  ...all('pos.identity.*'),
  ...all('pos.api_key.*', 'pos.outlet.*', 'pos.tenant.*', 'pos.webhook_endpoint.*', 'pos.dead_letter.*'),
  ...all('pos.business.*'),
  ...all('pos.device.linked', 'pos.device.changed', 'pos.device.locked', 'pos.device.unlocked', 'pos.device.unlinked'),
  // offline_event_queue and offline_event_replay: what is not believed, and what somebody decided on it.
  ...all('pos.sync.entry_*', 'pos.sync.conflict_resolved', 'pos.sync.conflict_reopened'),
  ...all('pos.device.clone_suspected', 'pos.device.suspicion_cleared', 'pos.device.token_rotated'),
  ...all('pos.device.message_sent', 'pos.device.command_*', 'pos.device.link*', 'pos.provisioning_batch.*'),
  ...all('pos.device_policy.*', 'pos.branding.*'),
  ...all(
    'pos.licence.*',
    'pos.plan.*',
    'pos.plan_request.*',
    'pos.licence_invoice.retried',
    'pos.licence_invoice.paid',
  ),
  ...all('pos.catalog.item_*', 'pos.catalog.imported', 'pos.catalog.label_rules_changed'),
  ...all('pos.catalog.modifier_*', 'pos.catalog.combo_changed'),
  ...all('pos.pricebook.published', 'pos.pricebook.rolled_back', 'pos.pricebook.archived'),
  ...all('pos.promotion.created', 'pos.promotion.changed', 'pos.promotion.activated', 'pos.promotion.paused'),
  ...all('pos.promotion.ended', 'pos.promotion.codes_issued', 'pos.promotion.code_switched'),
];

const known = new Map<string, boolean>();
const KNOWN_MAX = 2_000;

/** Whether an event may be audited, by its type and without reading its data. */
export function mayBeAudited({ type, json }: Pick<LoggedEvent, 'type' | 'json'>): boolean {
  if (SALES.has(type)) return PRIVILEGED_SALE.test(json);
  const decided = known.get(type);
  if (decided !== undefined) return decided;
  const covered = AUDITED_ACTS.some(({ pattern }) => coversType(pattern, type));
  if (known.size < KNOWN_MAX) known.set(type, covered);
  return covered;
}

/** Whether an event is audited. */
export function isAudited(type: string, data: Data): boolean {
  return AUDITED_ACTS.some(({ pattern, only }) => coversType(pattern, type) && (only?.(data) ?? true));
}

function isPrivilegedSale(data: Data): boolean {
  const order = inside(data, 'order');
  return (order['taxExemption'] ?? null) !== null || order['serviceChargeWaived'] === true;
}

function statusOf(data: Data): string {
  const { status } = inside(data, 'order');
  return typeof status === 'string' ? status : '';
}

function reasonOfFirst(entries: unknown): unknown {
  const [first] = Array.isArray(entries) ? (entries as unknown[]) : [];
  return inside({ first }, 'first')['reason'] ?? null;
}

function inside(data: Data, name: string): Data {
  const member = data[name];
  return typeof member === 'object' && member !== null ? (member as Data) : {};
}
