import type { RequestContext } from '../../../../kernel/context.js';
import type { SessionsFacade } from '../../../sessions/index.js';
import type { PinProof } from '../../application/check-pin-for-hub.js';

/** PINs as signing in checks them. */
export class ProvedPins implements PinProof {
  constructor(private readonly sessions: Pick<SessionsFacade, 'prove'>) {}

  async prove(context: RequestContext, deviceId: string, personId: string, pin: string): Promise<void> {
    const { principal } = context;
    // The tries count at the device where somebody typed, not at the hub.
    await this.sessions.prove({ ...context, principal: { ...principal, deviceId } }, personId, pin);
  }
}
