import { randomUUID } from 'node:crypto';
import { DOUBLE_SECRET, OutletRegistryDouble } from '../../src/clients/auth-service/outlet-registry-double.examples.js';
import type { TestService } from '../harness/service.js';

/** A registry of outlets, and the settings that lead to it. */
export async function openRegistry(): Promise<{ registry: OutletRegistryDouble; settings: Record<string, string> }> {
  const registry = await OutletRegistryDouble.start();
  return { registry, settings: { AUTH_SERVICE_URL: registry.url, AUTH_SERVICE_SECRET: DOUBLE_SECRET } };
}

/** Everything that is told of questions to the registry: one is answered by somebody else. */
export async function walkDiscovery(service: TestService, registry: OutletRegistryDouble): Promise<void> {
  registry.troubles.push('bad_signature');
  const answer = await service.call('POST', `/outlets/${randomUUID()}/discover`);
  if (answer.status !== 502) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
}
