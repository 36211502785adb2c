/** How many days before its end a key is reminded of. */
export const REMINDER_DAYS = [1, 7, 30] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

const DAY_MS = 86_400_000;

/** The shortest of the times before an end that has begun; `null`: none has, or there is no end, or it is over. */
export function reminderAt(expiresAt: Date | null, at: Date): ReminderDays | null {
  if (expiresAt === null) return null;
  const leftMs = expiresAt.getTime() - at.getTime();
  if (leftMs <= 0) return null;
  return REMINDER_DAYS.find((days) => leftMs <= days * DAY_MS) ?? null;
}
