import { Refusal } from '../../../../kernel/refusal.js';
import type { Authenticate } from '../../../access/index.js';
import type { Callers, Credentials, KnownCaller } from '../../ports/callers.js';

/** A thousand streams of one key ask once in this time. With the pause between checks it stays far below 60 s (GUARANTEES G10). */
const MAX_AGE_MS = 5_000;
const REFUSED = new Set(['unauthenticated', 'not_found', 'tenant_suspended', 'licence_revoked']);

/** Callers as the access module knows them. */
export class AuthenticatedCallers implements Callers {
  constructor(private readonly authenticate: Pick<Authenticate, 'execute'>) {}

  async identify({ authorization, tenantSlug }: Credentials): Promise<KnownCaller | undefined> {
    try {
      return await this.authenticate.execute(authorization, tenantSlug, MAX_AGE_MS);
    } catch (error) {
      if (error instanceof Refusal && REFUSED.has(error.code)) return undefined;
      throw error;
    }
  }
}
