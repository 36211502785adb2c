import type { SubscriptionsPlan, SubscriptionsStatus, SubscriptionsSubscription } from './subscriptions-messages.js';

/** The service answered, and not what its contract says: it is as if it had not answered. */
export class AnswerNotUnderstood extends Error {
  constructor(what: string) {
    super(`subscription service ${what}`);
    this.name = 'AnswerNotUnderstood';
  }
}

type Told = Readonly<Record<string, unknown>>;

const STATUSES: ReadonlySet<unknown> = new Set<SubscriptionsStatus>([
  ...(['trial', 'active', 'past_due', 'grace', 'expired', 'revoked', 'cancelled'] as const),
]);
const THINGS = ['outlets', 'devices', 'staff', 'integrations'] as const;
const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const CODE_MAX = 60;
const NAME_MAX = 100;
const FEATURES_MAX = 200;
const GRACE_DAYS = 14;
const GRACE_DAYS_MAX = 366;

/** Reads a subscription; members that we do not know are passed over. @throws AnswerNotUnderstood. */
export function subscriptionIn(body: unknown): SubscriptionsSubscription {
  const { plan, status, paidUntil, graceUntil } = toldIn(body);
  if (!STATUSES.has(status)) throw new AnswerNotUnderstood('says not how the subscription stands');
  return {
    ...{ plan: planIn(plan), status: status as SubscriptionsStatus },
    ...{ paidUntil: timeIn(paidUntil, 'paidUntil'), graceUntil: timeIn(graceUntil, 'graceUntil') },
  };
}

/** The service's word for why not. @throws AnswerNotUnderstood where there is none. */
export function refusalIn(body: unknown, status: number): string {
  const { code } = toldIn(body);
  if (typeof code !== 'string' || !WORD.test(code)) throw new AnswerNotUnderstood(`answered ${status} without a code`);
  return code;
}

function planIn(told: unknown): SubscriptionsPlan {
  const { code, name = code, limits, features = null, ordersIncluded, rateLimitPerMinute, graceDays } = toldIn(told);
  const isText = (text: unknown, max: number): text is string =>
    typeof text === 'string' && text !== '' && text.length <= max;
  if (!isText(code, CODE_MAX) || !isText(name, NAME_MAX)) throw new AnswerNotUnderstood('names no plan');
  const most = toldIn(limits);
  return {
    ...{ code, name, features: featuresIn(features), ordersIncluded: countIn(ordersIncluded, 'ordersIncluded', 0) },
    limits: Object.fromEntries(
      THINGS.map((thing) => [thing, countIn(most[thing], thing, 0)]),
    ) as SubscriptionsPlan['limits'],
    rateLimitPerMinute: countIn(rateLimitPerMinute, 'rateLimitPerMinute', 1),
    graceDays: Math.min(countIn(graceDays, 'graceDays', 0) ?? GRACE_DAYS, GRACE_DAYS_MAX),
  };
}

function featuresIn(told: unknown): readonly string[] | null {
  if (told === null) return null;
  const areWords = Array.isArray(told) && told.every((one) => typeof one === 'string' && WORD.test(one));
  if (!areWords || told.length > FEATURES_MAX) throw new AnswerNotUnderstood('tells features that are no words');
  return told as string[];
}

const COUNT_MAX = 1_000_000_000;

function countIn(told: unknown, name: string, least: number): number | null {
  if (told === undefined || told === null) return null;
  if (!Number.isSafeInteger(told) || (told as number) < least || (told as number) > COUNT_MAX)
    throw new AnswerNotUnderstood(`tells no count as ${name}`);
  return told as number;
}

const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

function timeIn(told: unknown, name: string): Date | null {
  if (told === undefined || told === null) return null;
  const time = typeof told === 'string' && TIME.test(told) ? new Date(told) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) throw new AnswerNotUnderstood(`tells no time as ${name}`);
  return time;
}

function toldIn(body: unknown): Told {
  return typeof body === 'object' && body !== null ? (body as Told) : {};
}
