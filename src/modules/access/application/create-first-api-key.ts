import type { RequestContext } from '../../../kernel/context.js';
import type { KeyMode } from '../domain/key-text.js';
import { PERMISSIONS } from '../domain/permissions.js';
import type { CreateApiKey, IssuedApiKey } from './create-api-key.js';

/**
 * Makes the key that a new tenant begins with: everything allowed, no end. The caller is the system, for there is nobody
 * yet who could hold the permissions that the key is given.
 */
export function createFirstApiKey(
  createApiKey: CreateApiKey,
  context: Omit<RequestContext, 'principal' | 'idempotency'>,
  { name, mode }: { name: string; mode: KeyMode },
): Promise<IssuedApiKey> {
  const principal = { kind: 'system', id: 'system', permissions: new Set<string>(PERMISSIONS), test: false } as const;
  const wish = { id: undefined, name, mode, permissions: PERMISSIONS, outlets: null, expiresAt: null };
  return createApiKey.execute({ ...context, principal }, wish);
}
