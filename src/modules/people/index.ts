/** The front door of people: who works here, and what they may do where. */
export { HireStaff, type HireCommand } from './application/hire-staff.js';
export { PeopleFacade, type PersonRights, type StoredPin, type Workplace } from './application/people-facade.js';
export { PinGuard } from './application/pin-guard.js';
export { StaffRoster, type RosterPerson } from './application/staff-roster.js';
export { SetPins } from './application/set-pin.js';
export type { Assignment, WorkDeviceKind } from './domain/assignment.js';
export { actorIdOf, type Person, type PersonId } from './domain/person.js';
export type { StaffMember } from './domain/staff.js';
export type { StaffEvent, StaffEvents } from './domain/staff-events.js';
