import { hash } from 'node:crypto';
import { canonicalJson } from '../../../../platform/http/canonical-json.js';
import type { ContentSeal } from '../../ports/content-seal.js';

/** Canonical JSON and SHA-256. */
export class CanonicalSeal implements ContentSeal {
  textOf(content: object): string {
    return canonicalJson(content);
  }

  hashOf(text: string): string {
    return hash('sha256', text, 'hex');
  }
}
