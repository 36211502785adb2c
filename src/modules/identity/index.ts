/** The front door of identity: how administrators sign in without a device. */
export { IdentityFacade, type Invitation } from './application/identity-facade.js';
export type { AttemptEvent, AttemptEvents } from './domain/guessing.js';
export type { IdentityPolicyEvent, IdentityPolicyEvents } from './domain/identity-policy.js';
export type { LoginEvent, LoginEvents } from './domain/login-events.js';
