import { DrawersFacade } from './drawers-facade.js';

/** No outlet has drawers. */
export class NoDrawers extends DrawersFacade {
  sessionRequired(): Promise<boolean> {
    return Promise.resolve(false);
  }
  book(): void {}
}
