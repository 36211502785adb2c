import { isUuid } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { NoticeParams, Severity } from './notice.js';

/** What a kind of event calls for. */
export interface NotableKind {
  readonly kind: string;
  readonly severity: Severity;
  /** Roles of those who should hear of it. */
  readonly recipients: readonly string[];
  /** The member that has its amount; null: it has none, or none that everybody who reads notices may see. */
  readonly amountIn: string | null;
  /** The member that says why in a word, and never in what somebody typed. */
  readonly reasonIn: string | null;
}

const FLOOR = ['supervisor', 'manager'];
const OFFICE = ['manager', 'accountant'];

/** The events that call for a person, by their types. */
export const NOTABLE: Readonly<Record<string, NotableKind>> = {
  'pos.cash_exception': kindOf('cash_exception', 'warning', ['manager'], 'variance', null),
  // What the drawer should hold must not be known to who counts it.
  'pos.cashdrawer.count_forced': kindOf('count_forced', 'info', FLOOR, null, 'because'),
  'pos.payment.unallocated': kindOf('payment_unallocated', 'warning', OFFICE, 'amount', 'reason'),
  'pos.payment.unknown': kindOf('payment_unknown', 'warning', FLOOR, 'amount', 'reason'),
  'pos.payment.refund_failed': kindOf('refund_failed', 'critical', OFFICE, 'amount', 'failure'),
  'pos.payment.charged_back': kindOf('payment_charged_back', 'critical', OFFICE, 'amount', 'reason'),
  'pos.settlement.differences_found': kindOf('settlement_differences', 'warning', OFFICE, null, null),
  'pos.outlet.discovery_failed': kindOf('outlet_discovery_failed', 'warning', ['manager'], null, 'reason'),
  'pos.session.account_locked': kindOf('account_locked', 'warning', ['manager'], null, null),
  'pos.staff.pin_reset': kindOf('pin_reset', 'info', ['manager'], null, null),
  'pos.api_key.expiring': kindOf('api_key_expiring', 'warning', ['owner', 'business_admin'], null, null),
  'outlet.offline_alert': kindOf('device_offline', 'warning', FLOOR, null, null),
  'pos.device.clone_suspected': kindOf('device_clone_suspected', 'critical', ['manager', 'owner'], null, null),
  'pos.sync.entry_rejected': kindOf('sync_entry_rejected', 'warning', FLOOR, null, 'code'),
  'pos.sync.entry_quarantined': kindOf('sync_entry_quarantined', 'critical', ['manager', 'owner'], null, 'code'),
  'pos.sync.gap_found': kindOf('sync_gap', 'warning', FLOOR, null, null),
  'pos.sync.clock_wrong': kindOf('device_clock_wrong', 'warning', FLOOR, null, null),
  'pos.device.linking_closed': kindOf('device_linking_closed', 'warning', ['manager', 'owner'], null, null),
  'pos.subscription.renewal_due': kindOf(
    'subscription_renewal_due',
    'warning',
    ['owner', 'business_admin'],
    null,
    'reason',
  ),
  'pos.license.renewal_due': kindOf('licence_renewal_due', 'critical', ['owner', 'business_admin'], null, 'reason'),
  'pos.licence.expired': kindOf('licence_expired', 'critical', ['owner', 'business_admin', 'manager'], null, null),
  'pos.licence.revoked': kindOf('licence_revoked', 'critical', ['owner', 'business_admin', 'manager'], null, null),
  'pos.plan_request.received': kindOf('plan_requested', 'info', ['platform_super_admin'], null, null),
  'pos.licence_invoice.failed': kindOf(
    'licence_invoice_failed',
    'warning',
    ['platform_super_admin'],
    'total',
    'reason',
  ),
  'pos.report.closure_due': kindOf('closure_due', 'warning', ['manager'], null, null),
  'pos.identity.locked': kindOf('login_locked', 'warning', ['owner', 'business_admin'], null, null),
  'pos.identity.recovery_code_used': kindOf(
    'login_recovery_code_used',
    'info',
    ['owner', 'business_admin'],
    null,
    null,
  ),
};

/** Who should hear of a notice. Of a kind that is not known any more: whoever manages. */
export function recipientsOf(kind: string): readonly string[] {
  return Object.values(NOTABLE).find((known) => known.kind === kind)?.recipients ?? ['manager'];
}

type Told = Readonly<Record<string, unknown>>;

const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const CURRENCY = /^[A-Z]{3}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The facts of an event that a notice may carry. Only ids, amounts, days, counts and single words pass: whatever people typed stays
 * out. A member is looked for in the data itself and one level below it; one that is not there, or not of its form, is null.
 * @param about the kind of thing that the event is of, and its id.
 */
export function paramsOf(
  { amountIn, reasonIn }: NotableKind,
  data: object,
  about: { readonly aggregate: string; readonly aggregateId: string },
): NoticeParams {
  const places = placesIn(data);
  const found = <Value>(name: string | null, has: (value: unknown) => value is Value): Value | null =>
    name === null ? null : (places.map((place) => place[name]).find(has) ?? null);
  const own = (aggregate: string): string | null => (about.aggregate === aggregate ? about.aggregateId : null);
  const amount = found(amountIn, isMoney);
  return {
    amount: amount && { amount: amount.amount, currency: amount.currency },
    orderId: found('orderId', isId) ?? own('orders'),
    paymentId: found('paymentId', isId) ?? idOf((data as Told)['payment']),
    drawerSessionId: found('drawerSessionId', isId) ?? own('cashdrawers'),
    provider: found('provider', isWord),
    tender: found('tender', isWord),
    reason: found(reasonIn, isWord),
    businessDate: found('businessDate', isDay),
    count: found('count', isCount),
  };
}

/** True of what test keys did: it must not reach the outside world. */
export function isOfTest(data: object): boolean {
  return placesIn(data).some((place) => place['test'] === true);
}

function kindOf(
  kind: string,
  severity: Severity,
  recipients: readonly string[],
  amountIn: string | null,
  reasonIn: string | null,
): NotableKind {
  return { kind, severity, recipients, amountIn, reasonIn };
}

function placesIn(data: object): readonly Told[] {
  return [data as Told, ...Object.values(data).filter(isObject)];
}

function idOf(value: unknown): string | null {
  return isObject(value) && isId(value['id']) ? value['id'] : null;
}

function isObject(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMoney(value: unknown): value is Money {
  if (!isObject(value)) return false;
  const { amount, currency } = value;
  return Number.isSafeInteger(amount) && typeof currency === 'string' && CURRENCY.test(currency);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && WORD.test(value);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
