export { CheckInvariants, type InvariantReport, type InvariantWish } from './application/check-invariants.js';
export { INVARIANTS, type InvariantCode, type InvariantFinding } from './domain/invariant.js';
