import { isUuid, type TenantId } from '../../../kernel/ids.js';

export type KeyMode = 'live' | 'test';

/** What a token of this service is: an API key, the token of a linked device, or that of somebody's session. */
export type TokenKind = KeyMode | 'device' | 'session';

/** What the text of a token tells before it is looked up: the tenant, so that no look-up crosses tenants (GUARANTEES G6). */
export interface TokenText {
  readonly kind: TokenKind;
  readonly tenantId: TenantId;
}

// Crockford's base 32 in lower case: no letters that are misread or that spell words.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TENANT_LENGTH = 26;
const SECRET_LENGTH = 40;
const KINDS = 'live|test|device|session';
const FORM = new RegExp(`^pos_(${KINDS})_([${ALPHABET}]{${TENANT_LENGTH}})_[${ALPHABET}]{${SECRET_LENGTH}}$`);

/** Random bytes that a secret takes: 200 bits. */
export const SECRET_BYTES = 25;

/** Writes a token: `pos_live_<tenant>_<secret>`. */
export function writeToken(kind: TokenKind, tenantId: TenantId, secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`a secret has ${SECRET_BYTES} bytes`);
  const tenant = base32(BigInt(`0x${tenantId.replaceAll('-', '')}`), TENANT_LENGTH);
  const hex = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `pos_${kind}_${tenant}_${base32(BigInt(`0x${hex}`), SECRET_LENGTH)}`;
}

/** Reads what a token's text tells; `undefined` for what is none of this service. */
export function readToken(text: string): TokenText | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, kind, tenant = ''] = match;
  let number = 0n;
  for (const character of tenant) number = number * 32n + BigInt(ALPHABET.indexOf(character));
  const hex = number.toString(16).padStart(32, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isUuid(id) ? { kind: kind as TokenKind, tenantId: id as TenantId } : undefined;
}

/** The last characters of a token: enough to tell some apart in a list, too little to use. */
export function hintOf(token: string): string {
  return token.slice(-4);
}

function base32(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 32n) text = (ALPHABET[Number(rest % 32n)] as string) + text;
  return text;
}
