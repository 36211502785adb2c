import { decideApproval } from '../decide-approval.js';

export const approvalsGrant = decideApproval(
  'grant',
  'Takes approvals:grant and the right of the act itself. Nobody grants what they have asked for.',
);
