/** Every way in which this module refuses. */
export type TipRefusal =
  | 'tip_outlet_not_found'
  | 'tip_rules_not_set'
  | 'tip_rules_invalid'
  | 'tip_pool_empty'
  | 'tip_pool_distributed'
  | 'tip_pool_nobody'
  | 'tip_pool_shifts_open'
  | 'tip_pool_run_not_found'
  | 'tip_pool_run_reversed'
  | 'tip_out_too_high'
  | 'tip_out_way_invalid'
  | 'tip_session_elsewhere'
  | 'tip_period_invalid';
