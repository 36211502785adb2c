/** The front door of access: who calls, and what they may. */
export { Authenticate, type Caller } from './application/authenticate.js';
export { CreateApiKey, type CreateApiKeyCommand, type IssuedApiKey } from './application/create-api-key.js';
export { createFirstApiKey } from './application/create-first-api-key.js';
export type { ActiveApiKey, ApiKey, ApiKeyEvent, ApiKeyEvents, ApiKeyId } from './domain/api-key.js';
export { isPermission, PERMISSIONS, type Permission } from './domain/permissions.js';
export { ROLE_PERMISSIONS, permissionsOf, type Role } from './domain/roles.js';
