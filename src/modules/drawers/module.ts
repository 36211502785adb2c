import { ContainerModule } from 'inversify';
import { DrawersFacade } from './application/drawers-facade.js';
import { NoDrawers } from './application/no-drawers.js';

export const drawers = new ContainerModule(({ bind }) => {
  bind(DrawersFacade).toConstantValue(new NoDrawers());
});
