import { readLinkAddress } from '../../../../sdk/src/device/linking.js';

/** What somebody wants to link this device by. */
export interface LinkWish {
  readonly business: string;
  readonly code: string;
}

const FORM = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** The code as the server reads it; `undefined` for what cannot be one. Case, spaces and dashes do not count; O is 0, I and L are 1. */
export function readTypedCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return FORM.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : undefined;
}

/** What the address of this page asks for: `#business=acme&code=…`, or `#link=code&business=acme`. */
export function wishOfAddress(hash: string): Partial<LinkWish> {
  const members = new URLSearchParams(hash.replace(/^#/, ''));
  const code = members.get('code') ?? members.get('link');
  const business = members.get('business');
  return { ...(code !== null && { code }), ...(business !== null && { business }) };
}

/** What a scanned picture asks for: an address with both, or a code alone. */
export function wishOfScan(text: string): Partial<LinkWish> {
  const address = readLinkAddress(text);
  if (address !== undefined) return { business: address.tenant, code: address.code };
  const hash = text.indexOf('#');
  if (hash >= 0) return wishOfAddress(text.slice(hash));
  const code = readTypedCode(text);
  return code === undefined ? {} : { code };
}
