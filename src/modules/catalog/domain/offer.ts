import type { WallClock } from '../../../kernel/business-time.js';
import { addDecimals, DECIMAL_ZERO, formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { onAt, scheduleFrom, type Schedule, type ScheduleDraft } from '../../../kernel/schedule.js';
import type { AvailabilityRefusal } from './availability.js';
import type { ItemDetails } from './item-details.js';

/** An item asked for at a place and time. */
export interface AvailabilityQuestion {
  readonly sku: string;
  readonly quantity: Decimal;
  readonly pointer: string;
}

/** Where, through what and when something is to be sold. */
export interface OfferPlace {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly clock: WallClock;
}

/** What an outlet says of an item. How many are left is not in it: that changes with each sale and is asked each time. */
export interface Restriction {
  readonly available: boolean;
  readonly reason: string | null;
  readonly until: Date | null;
  readonly counted: boolean;
}

export type Restrictions = ReadonlyMap<string, Restriction>;
type Offered = Pick<ItemDetails, 'channels' | 'schedule'>;

const MESSAGES = {
  channel: 'is not sold through this channel',
  schedule: 'is not sold at this time',
  outlet: 'is not available at this outlet now',
} as const;
type Why = keyof typeof MESSAGES;

/**
 * Refuses what is not on offer: by the item's own channels and hours, and by what the outlet is out of.
 * @param now by the server's clock, for what is off until a moment.
 * @throws Refusal `item_not_available` for the first, with the places of all.
 */
export function assertOffered(
  questions: readonly AvailabilityQuestion[],
  items: ReadonlyMap<string, Offered>,
  restrictions: Restrictions,
  place: OfferPlace,
  now: Date,
): void {
  const refused = questions.flatMap((question) => {
    const item = items.get(question.sku);
    const restriction = restrictions.get(question.sku);
    const why =
      (item === undefined ? undefined : whyNot(item, place)) ?? (isOff(restriction, now) ? 'outlet' : undefined);
    return why === undefined ? [] : [{ ...question, why, reason: why === 'outlet' ? restriction?.reason : undefined }];
  });
  const [first] = refused;
  if (first === undefined) return;
  const { sku, why, reason } = first;
  const fields = refused.map(({ pointer, why: each }) => ({ pointer, message: MESSAGES[each] }));
  throw new Refusal<AvailabilityRefusal>('item_not_available', { sku, why, reason: reason ?? null }, fields);
}

function whyNot({ channels, schedule }: Offered, { channel, clock }: OfferPlace): Why | undefined {
  if (channels !== null && !channels.includes(channel)) return 'channel';
  if (schedule !== null && onAt(readSchedule(schedule), clock) === undefined) return 'schedule';
  return undefined;
}

// Items are kept frozen and asked for often: what their schedule says is read once.
const read = new WeakMap<ScheduleDraft, Schedule>();

function readSchedule(draft: ScheduleDraft): Schedule {
  const known = read.get(draft);
  if (known !== undefined) return known;
  const schedule = scheduleFrom(draft);
  read.set(draft, schedule);
  return schedule;
}

function isOff(restriction: Restriction | undefined, now: Date): boolean {
  if (restriction === undefined || restriction.available) return false;
  return restriction.until === null || now < restriction.until;
}

/** How much is asked for of each item that is counted, in the order of SKUs: everybody locks counts in one order. */
export function countedQuantities(
  lines: readonly { readonly sku: string; readonly quantity: Decimal }[],
  restrictions: Restrictions,
): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { sku, quantity } of [...lines].sort((a, b) => (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : 0))) {
    if (restrictions.get(sku)?.counted === true) sums.set(sku, addDecimals(sums.get(sku) ?? DECIMAL_ZERO, quantity));
  }
  return sums;
}

/**
 * Refuses what there is not enough of.
 * @param left counts of now; an item that is not in it is not counted any more.
 * @throws Refusal `item_sold_out` for the first, with how many are left, and the places of all.
 */
export function assertLeft(
  questions: readonly AvailabilityQuestion[],
  wanted: ReadonlyMap<string, Decimal>,
  left: ReadonlyMap<string, Decimal>,
): void {
  const short = [...wanted].flatMap(([sku, quantity]) => {
    const remaining = left.get(sku);
    return remaining === undefined || remaining >= quantity ? [] : [{ sku, quantity, remaining }];
  });
  const [first] = short;
  if (first === undefined) return;
  const fields: RefusedField[] = short.flatMap(({ sku, remaining }) =>
    questions
      .filter((question) => question.sku === sku)
      .map(({ pointer }) => ({ pointer, message: `${formatDecimal(remaining)} of it left` })),
  );
  const { sku, quantity, remaining } = first;
  const facts = { sku, left: formatDecimal(remaining), wanted: formatDecimal(quantity) };
  throw new Refusal<AvailabilityRefusal>('item_sold_out', facts, fields);
}
