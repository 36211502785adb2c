/** Hours of some weekdays on the outlet's wall clock. */
export interface PromotionWindow {
  /** 1 is Monday, 7 Sunday. */
  weekdays: PromotionWeekday[];
  /** @example "17:00" */
  from: string;
  /**
   * Not in it any more; not after `from`: on past midnight.
   * @example "19:00"
   */
  to: string;
}

/**
 * 1 is Monday, 7 Sunday.
 * @isInt must be 1 to 7
 */
export type PromotionWeekday = number;

/** When it is on, by the outlet's calendar and wall clock. Without windows: all day. */
export interface PromotionSchedule {
  /** First day, `YYYY-MM-DD`. */
  startsOn?: string | null;
  /** Last day, `YYYY-MM-DD`. */
  endsOn?: string | null;
  windows: PromotionWindow[];
}
