/** How somebody is reached. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

const EMAIL = /^[^\s@"<>()[\],;:\\\p{Cc}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu;
const EMAIL_MAX = 254;
const PHONE = /^\+[1-9]\d{6,14}$/;

/** True for an address that a message can be sent to. */
export function isEmail(text: string): boolean {
  return text.length <= EMAIL_MAX && EMAIL.test(text);
}

/** True for a number in the form of E.164, such as `+254712345678`. */
export function isPhone(text: string): boolean {
  return PHONE.test(text);
}

/** Enough to recognise a contact by and too little to write to: `a***@e***.com, +25***78`. */
export function masked({ email, phone }: Contact): string | null {
  const parts = [email === null ? '' : maskedEmail(email), phone === null ? '' : maskedPhone(phone)];
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? null : text;
}

function maskedEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  const last = domain.slice(domain.lastIndexOf('.'));
  return `${String.fromCodePoint(name.codePointAt(0) ?? 0x2a)}***@${domain.slice(0, 1)}***${last}`;
}

function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}***${phone.slice(-2)}`;
}
