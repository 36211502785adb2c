import { SilenceWatch } from '../../src/modules/devices/application/silence-watch.js';
import { TellOfSilence } from '../../src/modules/devices/application/tell-of-silence.js';
import { activate, DeviceKey, linkDevice } from '../harness/test-device.js';
import type { TestService } from '../harness/service.js';

const DAY_MS = 86_400_000;
const WRONG = 20;

/** Everything that is told of devices and of linking them. */
export async function walkDevices(service: TestService, outletId: string): Promise<void> {
  const called = async (method: string, path: string, body?: object): Promise<{ id: string }> => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string };
  };
  const device = await linkDevice(service, { outletId, kind: 'till', name: 'Counter left' });
  const path = `/devices/${device.id}`;
  await called('PATCH', path, { name: 'Counter right' });
  await called('POST', `${path}/messages`, { text: 'Last orders' });
  const command = await called('POST', `${path}/commands`, { kind: 'update', reason: 'a new version' });
  await called('DELETE', `${path}/commands/${command.id}`);
  await called('POST', `${path}/lock`, { reason: 'left in the taxi' });
  await called('POST', `${path}/unlock`, { reason: 'brought back' });
  await device.call('POST', '/devices/self/token');
  await device.beat({ fingerprint: 'machine-0002' });
  await called('POST', `${path}/clear-suspicion`, { reason: 'repaired' });
  await fallSilent(service, device.id);
  await device.beat({ fingerprint: 'machine-0002' });
  await called('POST', `${path}/unlink`, { reason: 'sold' });
  const code = await called('POST', '/devices/link-codes', { outletId, kind: 'tablet', name: 'Terrace' });
  await called('DELETE', `/devices/link-codes/${code.id}`);
  const devices = [{ serial: 'R58M30ABCDE', kind: 'tablet', outletId, name: 'Terrace 1' }];
  const batch = await called('POST', '/devices/provisioning-batches', { devices });
  await called('POST', `/devices/provisioning-batches/${batch.id}/withdraw`);
  await called('PUT', '/devices/policy', { minimumAppVersion: '1.0.0' });
  const colours = { primaryColour: '#1f2933', accentColour: '#0b7285', backgroundColour: '#ffffff' };
  await called('PUT', '/branding', { logo: 'https://cdn.example/logo.png', ...colours });
  const key = new DeviceKey();
  for (let tries = 0; tries < WRONG; tries += 1) await activate(service, 'AAAA-AAAA', key);
}

/** Nobody is silent for a day in a test: the look at the clock is made a day later. */
async function fallSilent({ api: { container }, tenant }: TestService, deviceId: string): Promise<void> {
  await container.get(SilenceWatch).round();
  await container.get(TellOfSilence).execute(tenant.id, deviceId as never, new Date(Date.now() + DAY_MS));
}
