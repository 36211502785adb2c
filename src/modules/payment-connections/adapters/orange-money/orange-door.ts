import { orangeAccountFrom } from '../../../../clients/orange-money/orange-account.js';
import { orangeCallbackIn, type OrangeOutcome } from '../../../../clients/orange-money/orange-callbacks.js';
import type { OrangeClient } from '../../../../clients/orange-money/orange-client.js';
import { failureOfCheck } from '../../../../platform/sibling-http/token-calls.js';
import type { HeardCallback } from '../../domain/heard-callback.js';
import type { OpenConnection, ProviderDoor } from '../../ports/providers.js';

const OUTCOMES: Readonly<Record<OrangeOutcome, HeardCallback['outcome']>> = {
  paid: 'captured',
  failed: 'failed',
  pending: 'pending',
};

/** Orange Money proves itself by the token that its answer gave; even so the status is asked before anything counts. */
export class OrangeDoor implements ProviderDoor {
  readonly provider = 'orange_money';
  readonly accepted = { status: 'accepted' };

  constructor(private readonly client: Pick<OrangeClient, 'check'>) {}

  read(body: unknown): HeardCallback | undefined {
    const callback = orangeCallbackIn(body);
    if (callback === undefined) return undefined;
    const told = { outcome: OUTCOMES[callback.outcome], trusted: false, at: null };
    if (callback.kind === 'webpay') {
      const { notifToken: notifyToken, txnid: receipt } = callback;
      const reason = callback.outcome === 'failed' ? 'declined' : null;
      const unsaid = { requestId: null, reference: null, amount: null, currency: null, payerHint: null };
      return { ...told, ...unsaid, receipt, notifyToken, reason };
    }
    const { partnerTransactionId: requestId, transactionId, amount, currency, reason, phoneEnd } = callback;
    const payerHint = phoneEnd === null ? null : `…${phoneEnd}`;
    const named = { requestId, reference: null, receipt: transactionId, notifyToken: null };
    return { ...told, ...named, amount, currency, reason, payerHint };
  }

  check({ settings, secrets }: OpenConnection): Promise<string | null> {
    return failureOfCheck(() => this.client.check(orangeAccountFrom(settings, secrets)));
  }
}
