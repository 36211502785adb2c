import { Refusal } from '../../../kernel/refusal.js';
import type { GiftCardRefusal } from './gift-card.js';

/** Digits and capital letters without those that are misread: 31, a prime, which the check character needs. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 16;
/** The largest multiple of the alphabet's size that a byte can count to: bytes from there on would favour some characters. */
const FAIR_BELOW = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
const DRAW_BYTES = 24;
const DRAWS_MAX = 100;
const OURS = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
const GIVEN = /^[0-9A-Z]{8,32}$/;

/** Digits, as people group them. */
const DIGIT_GROUPS = /\d+(?:[\s._\u2010-\u2015-]{1,2}\d+)*/g;
/** Digits as they are typed in Arabic and Persian; the last four bits are the value. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** Ids, some of which have long runs of digits in them by chance. */
const UUIDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const VERIFICATION_CODE = /\bcv[vc]2?\b[\s:=#.-]{0,3}\d{3,4}\b/i;
/** What is shorter has no number in it; most texts are. */
const TEXT_MIN = 'cvv123'.length;
const CARD_DIGITS_MAX = 19;

/** Payment cards by how their numbers begin: Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, Maestro. */
const BRANDS =
  /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|6011|64[4-9]|65|35(?:2[89]|[3-8])|30[0-5]|36|3[89]|62|50(?:18|20|38)|5893|6304|67(?:59|6[1-3]))/;

/** What is typed, scanned or read aloud, as it is kept: capitals, without the spaces and hyphens that group characters. */
export function normalCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * Makes a code of 16 characters: 15 drawn by chance (74 bits) and one that checks them.
 * @param random as many random bytes as it is asked for.
 */
export function drawCode(random: (size: number) => Uint8Array): string {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const characters = [...random(DRAW_BYTES)].filter((byte) => byte < FAIR_BELOW).slice(0, LENGTH - 1);
    if (characters.length < LENGTH - 1) continue;
    const body = characters.map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    const code = body + checkCharacterOf(body);
    if (!isPaymentCardNumber(code)) return code;
  }
  throw new Error('chance gives the same bytes again and again');
}

/** True when the code has the form of ours, but not its check character: somebody has mistyped it. */
export function isMistyped(code: string): boolean {
  return OURS.test(code) && code.at(-1) !== checkCharacterOf(code.slice(0, -1));
}

/** The last characters of a code: enough to tell cards apart, too little to pay with. */
export function last4Of(code: string): string {
  return code.slice(-4);
}

/**
 * Reads a code that the business brings along, printed on its cards.
 * @param pointer its place in the request. @throws Refusal `gift_card_code_invalid`, `card_data_not_allowed`.
 */
export function givenCode(text: string, pointer: string): string {
  const code = normalCode(text);
  // First, so that a payment card is told as such; the number itself is in no answer.
  if (isPaymentCardNumber(code)) {
    const message = 'looks like the number of a payment card';
    throw new Refusal<GiftCardRefusal>('card_data_not_allowed', {}, [{ pointer, message }]);
  }
  if (!GIVEN.test(code)) {
    const message = 'must have 8 to 32 letters and digits';
    throw new Refusal<GiftCardRefusal>('gift_card_code_invalid', {}, [{ pointer, message }]);
  }
  return code;
}

/** Refuses a free text with the number of a payment card, or its verification code, in it. @throws Refusal `card_data_not_allowed`. */
export function assertNoPaymentCard(text: string, pointer: string): void {
  if (text.length < TEXT_MIN) return;
  const plain = westernised(text);
  if (!VERIFICATION_CODE.test(plain) && !hasCardNumber(plain)) return;
  const message = 'has the number of a payment card in it';
  throw new Refusal<GiftCardRefusal>('card_data_not_allowed', {}, [{ pointer, message }]);
}

function westernised(text: string): string {
  return text.normalize('NFKC').replaceAll(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Looks at all neighbouring groups: before a number may stand a table's, behind it the date on which the card expires. */
function hasCardNumber(text: string): boolean {
  return (text.replaceAll(UUIDS, ' ').match(DIGIT_GROUPS) ?? []).some((run) => {
    const groups = run.match(/\d+/g) ?? [];
    return groups.some((_, from) => {
      let digits = '';
      for (const group of groups.slice(from, from + CARD_DIGITS_MAX)) {
        digits += group;
        if (digits.length > CARD_DIGITS_MAX) return false;
        if (isLikelyInText(digits)) return true;
      }
      return false;
    });
  });
}

/**
 * Barcodes and telephone numbers have 13 digits at most, and many of them begin like a card's: in a text they pass. 14 has Diners
 * Club, 15 American Express, all others have more.
 */
function isLikelyInText(digits: string): boolean {
  const isLongEnough = /^(?:\d{16,19}|3[47]\d{13}|3[0689]\d{12})$/.test(digits);
  return isLongEnough && isPaymentCardNumber(digits);
}

/** True for 13 to 19 digits that begin like a card brand's and pass its checksum (GUARANTEES G9). */
export function isPaymentCardNumber(code: string): boolean {
  return /^\d{13,19}$/.test(code) && BRANDS.test(code) && passesLuhn(code);
}

/**
 * Each place counts with a weight of its own and the sum is a multiple of a prime: any one wrong character, and any two that
 * changed places, are found.
 */
function checkCharacterOf(body: string): string {
  const prime = ALPHABET.length;
  let sum = 0;
  for (const [index, character] of Array.from(body).entries()) sum += (index + 2) * ALPHABET.indexOf(character);
  return ALPHABET[(prime - (sum % prime)) % prime] as string;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of Array.from(digits).reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
