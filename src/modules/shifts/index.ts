export { ShiftsFacade, type WorkedShift } from './application/shifts-facade.js';
export type { ShiftEvent, ShiftEvents } from './domain/shift-events.js';
