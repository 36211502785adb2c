import { ContainerModule } from 'inversify';
import { OutletsFacade } from '../outlets/index.js';
import { HandRecordedTenders } from './application/hand-recorded-tenders.js';
import { TenderingFacade } from './application/tendering-facade.js';

export const tendering = new ContainerModule(({ bind }) => {
  bind(TenderingFacade)
    .toResolvedValue(
      (outlets) => new HandRecordedTenders(async (tx, id) => (await outlets.outlet(tx, id))?.tenders ?? []),
      [OutletsFacade],
    )
    .inSingletonScope();
});
