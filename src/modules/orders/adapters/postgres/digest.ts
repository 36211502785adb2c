import { hash } from 'node:crypto';

/** The hash under which inputs and outcomes of pricing are kept: SHA-256 in hexadecimal digits. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
