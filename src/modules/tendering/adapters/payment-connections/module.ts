import type { ContainerModuleLoadOptions } from 'inversify';
import { PaymentConnectionsFacade } from '../../../payment-connections/index.js';
import { ProviderAccounts } from '../../ports/mobile-money.js';
import { ConnectedAccounts } from './connected-accounts.js';

/** Binds the accounts that the companies of mobile money are reached with. */
export function bindProviderAccounts(bind: ContainerModuleLoadOptions['bind']): void {
  bind(ProviderAccounts)
    .toResolvedValue((connections) => new ConnectedAccounts(connections), [PaymentConnectionsFacade])
    .inSingletonScope();
}
