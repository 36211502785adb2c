/** From here on a clock counts as wrong: the device and what it did are marked. */
export const SKEW_LIMIT_MS = 5 * 60_000;

/** When something happened, as far as the server believes it. */
export interface BelievedTime {
  readonly at: Date;
  /** What was added to the device's time to come to `at`. */
  readonly correctionMs: number;
  /** The device's clock is so far ahead that the time had to be corrected; somebody should know. */
  readonly ahead: boolean;
}

/**
 * When an entry happened (GUARANTEES G7: device time is evidence, server time rules). A time that lies in the future cannot be right:
 * what the device's clock is measured to be ahead is taken off, and nothing happens after it has arrived. A time of the past is
 * believed as it is, whatever the clock says today: it may have been set since.
 * @param skewMs the device's clock less the server's, in ms; `null`: nobody has measured it.
 */
export function believedTime(deviceAt: Date, receivedAt: Date, skewMs: number | null): BelievedTime {
  const early = deviceAt.getTime() - receivedAt.getTime();
  if (early <= 0) return { at: deviceAt, correctionMs: 0, ahead: false };
  const corrected = Math.min(deviceAt.getTime() - Math.max(skewMs ?? 0, 0), receivedAt.getTime());
  return { at: new Date(corrected), correctionMs: corrected - deviceAt.getTime(), ahead: early > SKEW_LIMIT_MS };
}

/** True for a clock that is so wrong that somebody should set it. */
export function isSkewed(skewMs: number | null): boolean {
  return skewMs !== null && Math.abs(skewMs) > SKEW_LIMIT_MS;
}
