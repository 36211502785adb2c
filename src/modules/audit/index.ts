export { AuditFacade } from './application/audit-facade.js';
export { VerifyChain, type ChainPages } from './application/verify-chain.js';
export type { AccessEvent, AccessEvents, RefusedAttempt } from './domain/access-events.js';
export type { ChainFault, ChainReport } from './domain/chain-walk.js';
export { NO_ENTRY, type AuditEntry, type ChainHead } from './domain/entry.js';
