import { hash } from 'node:crypto';

/** 96 bits in base64url. */
const LENGTH = 16;

/** A short text that tells contents apart: SHA-256, cut to 96 bits. */
export function shortDigest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}
