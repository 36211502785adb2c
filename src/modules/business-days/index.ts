export { CloseDay, type CloseDayCommand } from './application/close-day.js';
export { VerifyReports, type VerifiedSeries } from './application/verify-reports.js';
export type { DayEvent, DayEvents } from './domain/day-events.js';
