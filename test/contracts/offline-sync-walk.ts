import { LookAfterQueues } from '../../src/modules/offline-sync/application/look-after-queues.js';
import { DeviceQueue, deviceMade } from '../harness/device-queue.js';
import { linkDevice } from '../harness/test-device.js';
import type { TestService } from '../harness/service.js';

const HOUR_MS = 3_600_000;
const USD = (amount: number) => ({ amount, currency: 'USD' });

/** Everything that is told of the queues of devices. */
export async function walkOfflineSync(service: TestService, outletId: string): Promise<void> {
  const called = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await service.call('POST', path, { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string };
  };
  const device = await linkDevice(service, { outletId, name: 'Market stall' });
  const nobody = { personId: deviceMade(), sessionId: null };
  const queue = new DeviceQueue(service, device, nobody, Date.now);
  const [drawerId, sessionId] = [deviceMade(), deviceMade()];
  await called('/drawers', { id: drawerId, outletId, name: `Stall ${drawerId}` });
  const opened = queue.did('drawer.open', { drawerId, sessionId, float: USD(1_000) });
  const missing = queue.did('drawer.paid_in', { sessionId, amount: USD(100), reason: 'change' });
  const rent = { sessionId, amount: USD(9_900), reason: 'rent', category: 'rent', receiptReference: 'R1' };
  const [refused, forked] = [queue.did('drawer.paid_out', rent), queue.seal({ ...opened, id: deviceMade() })];
  const sent = await queue.send([opened, refused, forked], { sentAt: new Date(Date.now() + HOUR_MS).toISOString() });
  if (sent.status !== 200) throw new Error(sent.text);
  await service.api.container.get(LookAfterQueues).round(new Date(Date.now() + HOUR_MS));
  await queue.send([missing]);
  await called(`/sync/entries/${refused.id}/retry`, { reason: 'paid in first' });
  await called(`/sync/entries/${refused.id}/discard`, { reason: 'a slip of the finger' });
  await called(`/sync/entries/${forked.id}/release`, { reason: 'both were done' });
  const { body } = await service.call('GET', `/sync/conflicts?deviceId=${device.id}`);
  const [conflict] = (body as { data: { id: string }[] }).data;
  if (conflict === undefined) throw new Error('there is no conflict');
  await called(`/sync/conflicts/${conflict.id}/resolve`, { choice: 'keep', note: 'it was the new one' });
  await called(`/sync/conflicts/${conflict.id}/reopen`, { note: 'it was not' });
}
