/** The front door of access: who calls, and what they may. */
export { Authenticate, tokenOf, type Caller } from './application/authenticate.js';
export { BearerKind, type FoundBearer, type ProofKey } from './application/bearer-kind.js';
export { CallerRecall } from './application/caller-recall.js';
export { RolesFacade } from './application/roles-facade.js';
export { RoleUses } from './application/role-uses.js';
export { KnownUsers, type KnownUser } from './application/known-users.js';
export { TokenSignIn } from './application/token-sign-in.js';
export { hintOf, SECRET_BYTES, writeToken, type TokenKind } from './domain/token-text.js';
export { CreateApiKey, type CreateApiKeyCommand, type IssuedApiKey } from './application/create-api-key.js';
export { createFirstApiKey } from './application/create-first-api-key.js';
export type { ActiveApiKey, ApiKey, ApiKeyEvent, ApiKeyEvents, ApiKeyId } from './domain/api-key.js';
export { isPermission, PERMISSIONS, PLATFORM_PERMISSIONS, type Permission } from './domain/permissions.js';
export type { RenewalEvent, RenewalEvents } from './domain/api-key-renewal.js';
export type { OwnRole, OwnRoleId, RoleEvent, RoleEvents } from './domain/role.js';
export { ROLE_PERMISSIONS, permissionsOf, type Role } from './domain/roles.js';
