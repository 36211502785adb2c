import { isTimeZone } from '../../../kernel/business-time.js';
import { isCurrency } from '../../../kernel/currencies.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { isEmail, isPhone } from './contact.js';
import { slugProblem } from './reserved-slugs.js';
import type { RegistrationRefusal, RegistrationWish } from './registration.js';

// Control characters and halves of surrogate pairs: PostgreSQL cannot store some of them and no screen can show any.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const COUNTRY = /^[A-Z]{2}$/;
const REGION = /^[a-z0-9][a-z0-9-]{0,39}$/;
const PLAN = /^[a-z0-9][a-z0-9_-]{0,59}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
export const NAME_MAX = 200;

/** True for text of one line that can be stored and shown. */
export function isLine(text: string, maxLength: number): boolean {
  return text.length <= maxLength && text.trim() !== '' && !UNPRINTABLE.test(text);
}

/** True for the name of a region, such as `east-africa`. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** @throws Refusal `registration_invalid` that names each bad place. */
export function assertWish(wish: RegistrationWish): void {
  const fields: RefusedField[] = [];
  const must = (holds: boolean, pointer: string, message: string): void => {
    if (!holds) fields.push({ pointer, message });
  };
  const slug = slugProblem(wish.slug);
  must(slug === undefined, '/slug', slug ?? '');
  must(isLine(wish.name, NAME_MAX), '/name', `must be 1 to ${NAME_MAX} printable characters`);
  must(isCurrency(wish.currency), '/currency', 'must be a currency of ISO 4217 that has minor units');
  must(wish.country === null || COUNTRY.test(wish.country), '/country', 'must be a code of ISO 3166 such as KE');
  must(wish.region === null || isRegion(wish.region), '/region', 'must be small letters, digits or "-", at most 40');
  must(wish.timeZone === null || isTimeZone(wish.timeZone), '/timeZone', 'must be a time zone such as Africa/Nairobi');
  must(wish.plan === null || PLAN.test(wish.plan), '/plan', 'must be the code of a plan');
  must(LANGUAGE.test(wish.language), '/language', 'must be a language tag such as en or pt-BR');
  checkOwner(wish, must);
  if (fields.length > 0) throw new Refusal<RegistrationRefusal>('registration_invalid', {}, fields);
}

type Must = (holds: boolean, pointer: string, message: string) => void;

function checkOwner({ owner, channel }: RegistrationWish, must: Must): void {
  if (owner === null) return;
  const { name, email, phone } = owner;
  must(isLine(name, NAME_MAX), '/owner/name', `must be 1 to ${NAME_MAX} printable characters`);
  must(email === null || isEmail(email), '/owner/email', 'must be an e-mail address');
  must(phone === null || isPhone(phone), '/owner/phone', 'must be a number with its country, such as +254712345678');
  must(channel !== 'email' || email !== null, '/owner/email', 'is needed to send a code to');
  must(channel !== 'sms' || phone !== null, '/owner/phone', 'is needed to send a code to');
}
