import { coversType } from '../../../kernel/outbox.js';

const PATTERN = /^(\*|[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*(\.\*)?)$/;
const LENGTH_MAX = 100;

/** True for a type of events, or the beginning of types with `.*` at its end, or `*` for all. */
export function isEventPattern(text: string): boolean {
  return text.length <= LENGTH_MAX && PATTERN.test(text);
}

/** True when one of the patterns asks for the type. `pos.order.*` asks for `pos.order.created`, not for `pos.orders`. */
export function asksFor(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => coversType(pattern, type));
}
