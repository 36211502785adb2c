import { coversType } from '../../../kernel/outbox.js';

/** An event type, or a prefix of types that ends in `*`. */
export type TypePattern = string;

const FORM = /^(?:[a-z][a-z0-9_.]{0,99}\*?|\*)$/;

/** True for text that can be meant as a pattern. */
export function isTypePattern(text: string): boolean {
  return FORM.test(text);
}

/** The pattern of the types that both cover; `undefined` when there can be none. */
export function common(a: TypePattern, b: TypePattern): TypePattern | undefined {
  if (coversType(a, b)) return b; // of a prefix, its own star is past what `a` looks at
  return coversType(b, a) ? a : undefined;
}
