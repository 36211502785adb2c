export { ApprovalsFacade, type Authorised } from './application/approvals-facade.js';
export { ACTIONS, type Act, type Action } from './domain/act.js';
