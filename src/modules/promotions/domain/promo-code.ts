import type { Id } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { DraftProblems, isPrintable } from './draft-problems.js';
import { USES_MAX } from './promotion-details.js';
import type { Promotion, PromotionId } from './promotion.js';

export type CodeId = Id<'promotion-code'>;
export type CodeBatchId = Id<'code-batch'>;

/** A code that brings a promotion. */
export interface PromoCode {
  readonly id: CodeId;
  readonly promotionId: PromotionId;
  /** The batch that it was made in. */
  readonly batchId: CodeBatchId;
  /** In its normal form; unique within the tenant. */
  readonly code: string;
  readonly usesMax: number | null;
  readonly usesPerCustomerMax: number | null;
  readonly validTo: Date | null;
  readonly active: boolean;
  /** Orders that use it now. */
  readonly uses: number;
  readonly version: number;
  readonly createdAt: Date;
}

export type CodeRefusal =
  'promo_code_not_found' | 'promo_code_taken' | 'promo_codes_invalid' | 'promotion_takes_no_codes' | 'too_many_codes';

/** Codes that somebody wants: one of their own choosing, or a number of random ones. */
export interface CodesWish {
  readonly code?: string;
  readonly count?: number;
  /** What random codes begin with. */
  readonly prefix?: string;
  /** Random characters after the prefix. */
  readonly length?: number;
  /** Orders that may use one code; absent: once for random codes, without limit for a chosen one. */
  readonly usesMax?: number | null;
  readonly usesPerCustomerMax?: number | null;
  readonly validTo?: Date | null;
}

/** Codes to be made, sound and with all defaults. */
export interface CodesOrder {
  /** The chosen code in its normal form; `null` for random ones. */
  readonly code: string | null;
  readonly count: number;
  readonly prefix: string;
  readonly length: number;
  readonly usesMax: number | null;
  readonly usesPerCustomerMax: number | null;
  readonly validTo: Date | null;
}

export const CODES_AT_ONCE_MAX = 10_000;
/** The most codes of one promotion. */
export const CODES_MAX = 1_000_000;
const CODE: readonly [number, number] = [3, 64];
const PREFIX_MAX = 20;
// Eight characters of this alphabet are 22^8: with 10,000 codes out, one guess in five million finds one.
const LENGTH: readonly [number, number] = [8, 32];
const LENGTH_DEFAULT = 12;
const BLANK = /\s/;

/** No letters and digits that look alike (0O, 1IL, 2Z, 5S, 8B, UV), and no vowels, so that no words come out. */
export const CODE_ALPHABET = '34679CDFGHJKMNPQRTVWXY';

/** Gives random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** A code as it is compared: letter case, surrounding blanks and forms of one character do not matter. */
export function normalCodeOf(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase().normalize('NFKC');
}

/** True for a normal form that a code can have; anything else is nobody's code. */
export function isCodeText(code: string): boolean {
  return code.length >= CODE[0] && code.length <= CODE[1] && isPrintable(code) && !BLANK.test(code);
}

/** Reads what codes are wanted. @throws Refusal `promotion_takes_no_codes`, `promo_codes_invalid`. */
export function codesOrderFrom(wish: CodesWish, { id, activation }: Promotion): CodesOrder {
  if (activation !== 'code') throw new Refusal<CodeRefusal>('promotion_takes_no_codes', { promotionId: id });
  const problems = new DraftProblems();
  const { usesPerCustomerMax = null, validTo = null } = wish;
  if (wish.code === undefined) checkBatch(problems, wish);
  else checkChosen(problems, wish);
  const usesMax = wish.usesMax === undefined ? (wish.code === undefined ? 1 : null) : wish.usesMax;
  if (usesMax !== null) problems.whole(usesMax, [1, USES_MAX], '/usesMax');
  if (usesPerCustomerMax !== null) problems.whole(usesPerCustomerMax, [1, USES_MAX], '/usesPerCustomerMax');
  if (problems.fields.length > 0) throw new Refusal<CodeRefusal>('promo_codes_invalid', {}, problems.fields);
  return {
    code: wish.code === undefined ? null : normalCodeOf(wish.code),
    count: wish.count ?? 1,
    prefix: normalCodeOf(wish.prefix ?? ''),
    length: wish.length ?? LENGTH_DEFAULT,
    usesMax,
    usesPerCustomerMax,
    validTo,
  };
}

function checkChosen(problems: DraftProblems, { code = '', ...others }: CodesWish): void {
  if (!isCodeText(normalCodeOf(code))) {
    problems.add('/code', `must be ${CODE[0]} to ${CODE[1]} printable characters without blanks`);
  }
  for (const member of ['count', 'prefix', 'length'] as const) {
    if (others[member] !== undefined) problems.add(`/${member}`, 'goes with random codes only');
  }
}

function checkBatch(problems: DraftProblems, { count, prefix = '', length = LENGTH_DEFAULT }: CodesWish): void {
  if (count === undefined) problems.add('', 'must have either code or count');
  else problems.whole(count, [1, CODES_AT_ONCE_MAX], '/count');
  const begin = normalCodeOf(prefix);
  if (begin.length > PREFIX_MAX || !isPrintable(begin) || BLANK.test(begin)) {
    problems.add('/prefix', `must be at most ${PREFIX_MAX} printable characters without blanks`);
  }
  problems.whole(length, LENGTH, '/length');
}

/** Makes codes that nobody can guess: each character is as likely as any other. */
export function randomCodes(count: number, prefix: string, length: number, random: RandomBytes): string[] {
  const characters = randomCharacters(count * length, random);
  return Array.from({ length: count }, (_, index) => prefix + characters.slice(index * length, (index + 1) * length));
}

function randomCharacters(count: number, random: RandomBytes): string {
  const size = CODE_ALPHABET.length;
  // Bytes above the last whole multiple would make the first characters likelier; they are left out.
  const fair = 256 - (256 % size);
  let text = '';
  while (text.length < count) {
    for (const byte of random(Math.min(count - text.length + 16, 65_536))) {
      if (byte < fair && text.length < count) text += CODE_ALPHABET.charAt(byte % size);
    }
  }
  return text;
}

/** Switches a code off or on; `undefined` when it is like that already. @throws Refusal `version_mismatch`. */
export function switchCode(code: PromoCode, active: boolean, expectedVersion?: number): PromoCode | undefined {
  if (expectedVersion !== undefined && expectedVersion !== code.version) {
    throw new Refusal('version_mismatch', { currentVersion: code.version });
  }
  return code.active === active ? undefined : { ...code, active, version: code.version + 1 };
}
