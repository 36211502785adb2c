export { ApprovalsFacade, type Authorised } from './application/approvals-facade.js';
export { RuleCopies } from './application/rule-copies.js';
export { ACTIONS, type Act, type Action } from './domain/act.js';
export type { ApprovalEvent, ApprovalEvents, ApprovalRuleChanged } from './domain/approval-events.js';
export { PERMISSION_OF } from './domain/permission-of.js';
