import type { RequestContext } from '../../../kernel/context.js';
import type { KeyMode } from '../domain/token-text.js';
import { ROLE_PERMISSIONS } from '../domain/roles.js';
import type { CreateApiKey, IssuedApiKey } from './create-api-key.js';

/**
 * Makes the key that a new tenant begins with: everything that its owner may, no end. The caller is the system, for there is
 * nobody yet who could hold the permissions that the key is given.
 * @param ofPlatform the tenant is the vendor's own: its key may act on the platform, too.
 */
export function createFirstApiKey(
  createApiKey: CreateApiKey,
  context: Omit<RequestContext, 'principal' | 'idempotency'>,
  { name, mode, ofPlatform = false }: { name: string; mode: KeyMode; ofPlatform?: boolean },
): Promise<IssuedApiKey> {
  const permissions = ROLE_PERMISSIONS[ofPlatform ? 'platform_super_admin' : 'owner'];
  const principal = { kind: 'system', id: 'system', permissions: new Set<string>(permissions), test: false } as const;
  const wish = { id: undefined, name, mode, permissions, outlets: null, expiresAt: null };
  return createApiKey.execute({ ...context, principal }, wish);
}
