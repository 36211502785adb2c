import { decideApproval } from '../decide-approval.js';

export const approvalsDeny = decideApproval('deny', 'Takes approvals:grant and the right of the act itself.');
