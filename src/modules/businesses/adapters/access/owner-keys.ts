import type { Principal, RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { ROLE_PERMISSIONS, type ApiKeyId, type CreateApiKey } from '../../../access/index.js';
import type { FirstKeys } from '../../ports/provisions.js';

const OWNER = ROLE_PERMISSIONS.owner;
/** There is nobody yet who could hold the permissions that the key is given. */
const MAKER: Principal = { kind: 'system', id: 'businesses', permissions: new Set<string>(OWNER), test: false };

/** The key that a business begins with may do what its owner may, and has no end. */
export class OwnerKeys implements FirstKeys {
  constructor(private readonly createApiKey: CreateApiKey) {}

  async make(context: RequestContext, id: string): Promise<string | undefined> {
    const wish = { name: 'first key', mode: 'live', permissions: OWNER, outlets: null, expiresAt: null } as const;
    try {
      const command = { ...wish, id: id as ApiKeyId };
      return (await this.createApiKey.execute({ ...context, principal: MAKER }, command)).key;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'api_key_already_exists') return undefined;
      throw error;
    }
  }
}
