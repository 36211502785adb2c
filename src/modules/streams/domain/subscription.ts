import { Refusal } from '../../../kernel/refusal.js';
import { coversType } from '../../../kernel/outbox.js';
import { common, isTypePattern, type TypePattern } from './type-pattern.js';

/** A choice of events with a name. Reading it takes a permission. */
export interface Topic {
  readonly name: string;
  readonly permission: string;
  readonly types: readonly TypePattern[];
  /** True: events are shown without their data, and only to who names the topic. */
  readonly hints?: boolean;
}

/** What a caller asks a stream to show. Absent: all that they may read. */
export interface SubscriptionWish {
  readonly topics?: readonly string[];
  /** Of the topics, only these types. */
  readonly types?: readonly TypePattern[];
}

/** What a stream shows. */
export interface Subscription {
  /** All of these are needed for as long as the stream is open. */
  readonly permissions: readonly string[];
  /** In order and without repeats, so that equal subscriptions look alike. */
  readonly types: readonly TypePattern[];
  /** Types that are shown too, without their data. */
  readonly hints: readonly TypePattern[];
}

const TYPES_MAX = 50;

/**
 * Decides what a caller's stream shows.
 * @throws Refusal `validation_failed` for a topic or type that does not exist; `permission_missing` for a topic that the
 * caller may not read.
 */
export function subscriptionOf(
  { topics, types }: SubscriptionWish,
  known: readonly Topic[],
  permissions: ReadonlySet<string>,
): Subscription {
  const chosen = topics === undefined ? readable(known, permissions) : named(topics, known);
  const missing = chosen.find(({ permission }) => !permissions.has(permission));
  if (missing !== undefined) throw new Refusal('permission_missing', { permission: missing.permission });
  const of = (hints: boolean) =>
    chosen.filter((topic) => (topic.hints ?? false) === hints).flatMap((topic) => topic.types);
  const covered = { types: of(false), hints: of(true) };
  return {
    permissions: sorted(chosen.map(({ permission }) => permission)),
    ...(types === undefined ? ordered(covered) : narrowed(covered, types)),
  };
}

/** True when the subscription shows events of the type, with or without their data. */
export function shows({ types, hints }: Subscription, type: string): boolean {
  return covers(types, type) || covers(hints, type);
}

/** True when it shows them without their data. */
export function onlyHints({ types }: Subscription, type: string): boolean {
  return !covers(types, type);
}

function covers(patterns: readonly TypePattern[], type: string): boolean {
  return patterns.some((pattern) => coversType(pattern, type));
}

/** Who may read nothing is told what would open the first topic. */
function readable(known: readonly Topic[], permissions: ReadonlySet<string>): readonly Topic[] {
  const open = known.filter(({ hints }) => hints !== true);
  const mine = open.filter(({ permission }) => permissions.has(permission));
  return mine.length === 0 ? open.slice(0, 1) : mine;
}

function named(names: readonly string[], known: readonly Topic[]): readonly Topic[] {
  return names.map((name) => {
    const topic = known.find((one) => one.name === name);
    if (topic !== undefined) return topic;
    const all = known.map((one) => one.name).join(', ');
    throw bad('/query/topics', `must be topics, separated by commas: ${all}`);
  });
}

type Covered = Pick<Subscription, 'types' | 'hints'>;

function ordered({ types, hints }: Covered): Covered {
  return { types: sorted(types), hints: sorted(hints) };
}

function narrowed(covered: Covered, wanted: readonly TypePattern[]): Covered {
  if (wanted.length > TYPES_MAX) throw bad('/query/types', `must name at most ${TYPES_MAX} types`);
  const chosen = wanted.map((pattern): Covered => {
    if (!isTypePattern(pattern))
      throw bad('/query/types', 'must be event types, or beginnings of types that end in *, separated by commas');
    const both = (of: readonly TypePattern[]) => of.flatMap((topics) => common(topics, pattern) ?? []);
    const [types, hints] = [both(covered.types), both(covered.hints)];
    if (types.length + hints.length > 0) return { types, hints };
    const all = sorted([...covered.types, ...covered.hints]).join(', ');
    throw bad('/query/types', `must be types of the topics that are read: ${all}`);
  });
  return ordered({ types: chosen.flatMap(({ types }) => types), hints: chosen.flatMap(({ hints }) => hints) });
}

function bad(pointer: string, message: string): Refusal {
  return new Refusal('validation_failed', {}, [{ pointer, message }]);
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
