export type { ShiftId } from './domain/shift.js';
export { ShiftsFacade, type WorkedShift } from './application/shifts-facade.js';
export type { ShiftEvent, ShiftEvents } from './domain/shift-events.js';
export { OfflineShifts, type OfflineShiftAct } from './application/offline-shifts.js';
