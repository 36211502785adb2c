import type { OutletRegistryClient } from '../../../../clients/auth-service/outlet-registry-client.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { Discovery } from '../../domain/discovery.js';
import type { OutletRegistry, RegistrySays } from '../../ports/outlet-registry.js';

/** The registry that the auth service keeps. */
export class RemoteRegistry implements OutletRegistry {
  constructor(private readonly client: Pick<OutletRegistryClient, 'outlet'>) {}

  async ask(tenantSlug: string, { id, outletId, askedAt }: Discovery): Promise<RegistrySays> {
    try {
      const question = { outletId, requestId: id, askedAt: askedAt.toISOString() };
      const answer = await this.client.outlet(tenantSlug, question);
      if (answer.said === 'nothing_believable') return { kind: 'distrusted', why: answer.why };
      if (answer.said === 'unknown') return { kind: 'unknown' };
      return { kind: 'outlet', outlet: { ...answer.outlet, id: answer.outlet.id as OutletId }, at: answer.at };
    } catch (error) {
      if (error instanceof SiblingFailed) return { kind: 'silent', why: error.reason };
      throw error;
    }
  }
}
