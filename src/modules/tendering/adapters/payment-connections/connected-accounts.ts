import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import {
  isConnectedProvider,
  type ConnectedAccount,
  type ConnectionPlace,
  type PaymentConnectionsFacade,
} from '../../../payment-connections/index.js';
import {
  ProviderAccounts,
  type EarlierRequest,
  type ProviderAccount,
  type RequestOutcome,
  type RequestPlace,
} from '../../ports/mobile-money.js';

/** Accounts and requests as the module of payment connections keeps them. */
export class ConnectedAccounts extends ProviderAccounts {
  constructor(private readonly connections: PaymentConnectionsFacade) {
    super();
  }

  account(place: RequestPlace): Promise<ProviderAccount | undefined> {
    return this.connections.account(placeOf(place));
  }

  intend(place: RequestPlace, connectionId: string, amount: Money): Promise<EarlierRequest | undefined> {
    return this.connections.intend(placeOf(place), connectionId as ConnectedAccount['connectionId'], amount);
  }

  answered(place: RequestPlace, outcome: RequestOutcome): Promise<void> {
    return this.connections.answered(placeOf(place), outcome);
  }

  known(place: RequestPlace): Promise<EarlierRequest | undefined> {
    return this.connections.known(placeOf(place));
  }
}

function placeOf({ tenantId, outletId, provider, ...place }: RequestPlace): ConnectionPlace {
  if (!isConnectedProvider(provider)) throw new Error(`there are no connections to ${provider}`);
  return { ...place, provider, tenantId: tenantId as TenantId, outletId: outletId as OutletId };
}
