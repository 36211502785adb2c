/** Every way in which a request about business days is refused. */
export type DayRefusal =
  | 'day_already_closed'
  | 'day_in_future'
  | 'too_many_open_days'
  | 'drawer_sessions_open'
  | 'drawer_session_not_closed'
  | 'report_session_not_found'
  | 'z_report_not_found'
  | 'z_report_format_unavailable'
  | 'days_period_invalid'
  | 'day_policy_invalid';
