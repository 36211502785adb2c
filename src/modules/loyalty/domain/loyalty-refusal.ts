/** Every way in which this module refuses. */
export type LoyaltyRefusal =
  | 'loyalty_not_configured'
  | 'loyalty_programme_invalid'
  | 'loyalty_member_invalid'
  | 'loyalty_not_enrolled'
  | 'loyalty_member_exists'
  | 'loyalty_member_closed'
  | 'loyalty_points_too_low'
  | 'loyalty_burn_unknown'
  | 'loyalty_currency'
  | 'loyalty_burn_not_needed'
  | 'loyalty_burn_not_found'
  | 'loyalty_kept_elsewhere'
  | 'loyalty_service_away'
  | 'loyalty_movement_refused';
