import { ContainerModule } from 'inversify';
import { ApprovalsFacade } from './application/approvals-facade.js';
import { OwnRightsOnly } from './application/own-rights-only.js';

export const approvals = new ContainerModule(({ bind }) => {
  bind(ApprovalsFacade).toConstantValue(new OwnRightsOnly());
});
