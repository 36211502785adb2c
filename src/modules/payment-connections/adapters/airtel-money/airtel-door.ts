import { airtelAccountFrom } from '../../../../clients/airtel-money/airtel-account.js';
import { airtelCallbackIn, type AirtelOutcome } from '../../../../clients/airtel-money/airtel-callbacks.js';
import type { AirtelClient } from '../../../../clients/airtel-money/airtel-client.js';
import { failureOfCheck } from '../../../../platform/sibling-http/token-calls.js';
import type { HeardCallback } from '../../domain/heard-callback.js';
import type { OpenConnection, ProviderDoor } from '../../ports/providers.js';

// Ambiguous is not known to Airtel itself: it is asked again later, as of one that is pending.
const OUTCOMES: Readonly<Record<AirtelOutcome, HeardCallback['outcome']>> = {
  paid: 'captured',
  failed: 'failed',
  pending: 'pending',
  ambiguous: 'pending',
};

/** Airtel Money signs where the business has switched it on; it names our id, but never the amount. */
export class AirtelDoor implements ProviderDoor {
  readonly provider = 'airtel_money';
  readonly accepted = { status: 'accepted' };

  constructor(private readonly client: Pick<AirtelClient, 'check'>) {}

  read(body: unknown, { secrets }: OpenConnection): HeardCallback | undefined {
    const callback = airtelCallbackIn(body, secrets['callbackKey']);
    if (callback === undefined) return undefined;
    return {
      requestId: callback.id,
      reference: null,
      receipt: callback.airtelMoneyId,
      notifyToken: null,
      outcome: OUTCOMES[callback.outcome],
      amount: null,
      currency: null,
      reason: callback.reason,
      trusted: callback.authentic,
      payerHint: null,
      at: null,
    };
  }

  check({ settings, secrets }: OpenConnection): Promise<string | null> {
    return failureOfCheck(() => this.client.check(airtelAccountFrom(settings, secrets)));
  }
}
