import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { QrCodes } from '../../ports/qr-codes.js';
import { addressOf, type RulesOf } from './device-rules.js';
import type { CodeShown } from './link-dtos.js';

/** How codes are shown that devices scan. What stands behind the `#` is sent to no server and written to no log. */
export class ShowCodes {
  constructor(
    private readonly qr: QrCodes,
    private readonly rules: RulesOf,
  ) {}

  /** @param slug of the business. */
  of(slug: string, request: PosRequest): CodeShown {
    const base = addressOf(this.rules(request), request);
    return {
      at: request.context.at,
      addressOf: (code) => `${base}/link#business=${slug}&code=${code}`,
      draw: (address) => this.qr.svg(address),
    };
  }
}
