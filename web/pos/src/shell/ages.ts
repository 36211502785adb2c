import { spoken, t, type ShownLanguage } from '../messages/translate.js';

const MINUTE_MS = 60_000;

/** How long something is, in its largest unit: "12 min", "3 h", "2 days". At least a minute. */
export function ageText(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS));
  if (minutes < 90) return t('common.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('common.hours', { n: hours }) : t('common.days', { n: Math.round(hours / 24) });
}

/** `1:05`, for a wait that runs down. */
export function waitText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Time of the day as the outlet has it, with the day where it is not today. */
export function timeText(at: Date, shown: ShownLanguage, timeZone: string | undefined, now: Date): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const dated = day.format(at) === day.format(now) ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(spoken(shown), { timeZone, hour: '2-digit', minute: '2-digit', ...dated }).format(at);
}
