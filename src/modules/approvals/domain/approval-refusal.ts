/** Refusals that are this module's own; others that it throws belong to outlets, gift cards and the edge. */
export type ApprovalRefusal =
  | 'approval_required'
  | 'approval_invalid'
  | 'approval_not_found'
  | 'approval_not_open'
  | 'approval_of_own_act'
  | 'approval_of_another'
  | 'approval_id_taken'
  | 'approval_rule_invalid'
  | 'reason_required'
  | 'reason_not_listed';
