import type { RequestContext } from '../../../../kernel/context.js';
import type { CloudPins } from '../../../hub/index.js';
import type { PinAuthority, ShownPin } from '../../ports/pin-authority.js';
import type { PinHashes } from '../../ports/pin-hashes.js';

/** PINs by what is kept; at a shop's hub as the cloud says. */
export class ShopPins implements PinAuthority {
  constructor(
    private readonly hashes: PinHashes,
    private readonly cloud: CloudPins,
  ) {}

  isRight(context: RequestContext, shown: ShownPin): Promise<boolean> {
    return this.cloud.isHub ? this.cloud.isRight(context, shown) : this.hashes.matches(shown.pin, shown.kept);
  }
}
