/** Refusals that are this module's own; others that it throws belong to access, outlets, gift cards and the edge. */
export type SessionRefusal =
  | 'sign_in_locked'
  | 'sign_in_closed'
  | 'device_required'
  | 'session_required'
  | 'session_not_found'
  | 'session_over'
  | 'sign_in_lock_not_found';
