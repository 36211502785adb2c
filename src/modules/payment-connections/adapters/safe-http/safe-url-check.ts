import type { UrlRules } from '../../../../platform/safe-http/url-rules.js';
import type { UrlCheck } from '../../ports/providers.js';

/** The rules of outgoing calls, asked before an address is stored (GUARANTEES G14). */
export class SafeUrlCheck implements UrlCheck {
  constructor(private readonly rules: UrlRules) {}

  refusalOf(url: string): string | undefined {
    const read = this.rules.read(url);
    return typeof read === 'string' ? read : undefined;
  }
}
