import { mpesaAccountFrom } from '../../../../clients/mpesa/mpesa-account.js';
import { MPESA_ACCEPTED, mpesaCallbackIn } from '../../../../clients/mpesa/mpesa-callbacks.js';
import type { MpesaClient } from '../../../../clients/mpesa/mpesa-client.js';
import { failureOfCheck } from '../../../../platform/sibling-http/token-calls.js';
import type { HeardCallback } from '../../domain/heard-callback.js';
import type { OpenConnection, ProviderDoor } from '../../ports/providers.js';

/** M-Pesa signs nothing: what it tells is a hint, and the status query has the truth. */
export class MpesaDoor implements ProviderDoor {
  readonly provider = 'mpesa';
  readonly accepted = MPESA_ACCEPTED;

  constructor(private readonly client: Pick<MpesaClient, 'check'>) {}

  read(body: unknown): HeardCallback | undefined {
    const callback = mpesaCallbackIn(body);
    if (callback === undefined) return undefined;
    const { receipt, amount, paidAt: at, phoneEnd } = callback;
    const told = { requestId: null, receipt, notifyToken: null, amount, currency: null, trusted: false, at };
    if (callback.kind === 'stk') {
      const { checkoutRequestId: reference, paid, reason } = callback;
      return { ...told, reference, outcome: paid ? 'captured' : 'failed', reason, payerHint: hintOf(phoneEnd, null) };
    }
    const payerHint = hintOf(phoneEnd, callback.account);
    return { ...told, reference: callback.receipt, outcome: 'captured', reason: null, payerHint };
  }

  check({ settings, secrets }: OpenConnection): Promise<string | null> {
    return failureOfCheck(() => this.client.check(mpesaAccountFrom(settings, secrets)));
  }
}

function hintOf(phoneEnd: string | null, account: string | null): string | null {
  const parts = [account, phoneEnd === null ? null : `…${phoneEnd}`].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
