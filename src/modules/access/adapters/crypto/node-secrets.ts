import { hash, randomBytes } from 'node:crypto';
import type { Secrets } from '../../ports/secrets.js';

/** Chance and hashing of the platform. */
export class NodeSecrets implements Secrets {
  random(size: number): Uint8Array {
    return randomBytes(size);
  }

  hash(text: string): string {
    return hash('sha256', text, 'hex');
  }
}
