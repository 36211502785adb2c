import { ContainerModule } from 'inversify';
import { HouseAccountsFacade } from './application/house-accounts-facade.js';
import { NoHouseAccounts } from './application/no-house-accounts.js';

export const houseAccounts = new ContainerModule(({ bind }) => {
  bind(HouseAccountsFacade).toConstantValue(new NoHouseAccounts());
});
