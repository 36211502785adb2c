import { Refusal } from '../../../kernel/refusal.js';
import { COMMON_WORDS } from './common-words.js';
import { PASSWORD_MAX } from './identity-policy.js';
import type { IdentityRefusal } from './login.js';

/** What a password must not be made of: who it belongs to, and where. */
export interface PasswordOwner {
  readonly email: string;
  readonly names: readonly string[];
}

/** Shorter words stand in too many good passwords. */
const WORD_MIN = 4;
/** Characters that must be left when the words that everybody tries are taken out. */
const OWN_MIN = 6;
/** Different characters that there must be. */
const DIFFERENT_MIN = 5;

const COMMON = byLength(COMMON_WORDS);

/**
 * Refuses what is guessed first: NIST SP 800-63B, with no rule on kinds of characters. The length counts characters, not bytes.
 * @throws Refusal `password_refused`, whose field says why. Never with the password in it.
 */
export function assertPassword(password: string, minLength: number, owner: PasswordOwner, pointer: string): void {
  const text = password.normalize('NFC');
  const length = Array.from(text).length;
  if (length < minLength) refuse(pointer, `must have at least ${minLength} characters`);
  if (length > PASSWORD_MAX) refuse(pointer, `must have at most ${PASSWORD_MAX} characters`);
  if (!text.isWellFormed() || /\p{Cc}/u.test(text)) refuse(pointer, 'must not have control characters');
  const folded = text.toLowerCase();
  if (new Set(folded).size < DIFFERENT_MIN) refuse(pointer, `must have at least ${DIFFERENT_MIN} different characters`);
  if (isRepeated(folded)) refuse(pointer, 'must not be a few characters over and over');
  if (without(folded, COMMON) < OWN_MIN) refuse(pointer, 'is among those that are tried first');
  if (without(folded, byLength([...COMMON, ...wordsOf(owner)])) < OWN_MIN)
    refuse(pointer, 'must not be made of your own name, your address or the name of the business');
}

function refuse(pointer: string, message: string): never {
  throw new Refusal<IdentityRefusal>('password_refused', {}, [{ pointer, message }]);
}

/** How many characters are left without these words. */
function without(folded: string, words: readonly string[]): number {
  let rest = folded;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  return rest.replaceAll(/[\s\p{P}]/gu, '').length;
}

/** `abcabcabcabc`: one short piece, repeated. */
function isRepeated(folded: string): boolean {
  return /^(.{1,6})\1{2,}.{0,5}$/su.test(folded);
}

function wordsOf({ email, names }: PasswordOwner): string[] {
  return [email, ...names]
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.normalize('NFC').toLowerCase())
    .filter((word) => word.length >= WORD_MIN);
}

/** Longer words first: `password1` is to go whole. */
function byLength(words: readonly string[]): string[] {
  return [...new Set(words)].sort((one, other) => other.length - one.length);
}
