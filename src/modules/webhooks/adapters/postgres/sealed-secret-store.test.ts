import { LocalKeyManagement } from '../../../../platform/crypto/key-management.js';
import { SealedSecrets } from '../../../../platform/crypto/sealed-secrets.js';
import { sign } from '../../../../platform/signatures/standard-webhooks.js';
import { RewrapSecrets } from '../../application/rewrap-secrets.js';
import type { ClaimedDelivery } from '../../ports/delivery-queue.js';
import { SealedSigningSecrets } from '../crypto/sealed-signing-secrets.js';
import { PostgresSealedSecretStore } from './sealed-secret-store.js';
import { event, ids, openWebhookDatabase, TENANT, type WebhookDatabase } from './webhook-database.examples.js';

let world: WebhookDatabase;
beforeEach(async () => {
  world = await openWebhookDatabase();
});
afterEach(() => world.close());

test('after a change of the key all secrets are wrapped anew, and the former key can go', async () => {
  const [old, fresh] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
  const secretsBy = (keys: string) => new SealedSigningSecrets(new SealedSecrets(new LocalKeyManagement(keys)));
  const endpointId = ids.next<'webhook-endpoint'>();
  const secretOwner = { tenantId: TENANT, endpointId };
  const [first, second] = [await secretsBy(old).make(secretOwner, 1), await secretsBy(old).make(secretOwner, 2)];
  const more = { previous_secret: first.stored.sealed, previous_until: '2999-01-01T00:00:00Z' };
  await world.addEndpoint({ id: endpointId, secret: second.stored.sealed, secret_number: 2, ...more });
  const store = new PostgresSealedSecretStore(world.worker);
  expect(await new RewrapSecrets(store, secretsBy(`${fresh},${old}`)).execute()).toBe(2);
  expect(await new RewrapSecrets(store, secretsBy(fresh)).execute()).toBe(0);
  await world.fanOut.deliver([await world.log(event())]);
  const [delivery] = (await world.claimed()) as [ClaimedDelivery];
  const signature = await secretsBy(fresh).sign(secretOwner, delivery.secrets, {
    id: 'a',
    timestampSeconds: 1,
    body: '{}',
  });
  expect(signature).toBe(sign([second.text, first.text], 'a', 1, '{}'));
});
