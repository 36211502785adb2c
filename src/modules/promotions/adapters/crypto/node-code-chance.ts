import { randomBytes } from 'node:crypto';
import type { CodeChance } from '../../ports/code-chance.js';

/** Random bytes of the system. */
export class NodeCodeChance implements CodeChance {
  random(size: number): Uint8Array {
    return randomBytes(size);
  }
}
