import { DeviceQueue, deviceMade } from '../../harness/device-queue.js';
import { linkDevice, type DeviceWish, type TestDevice } from '../../harness/test-device.js';
import { openDeviceShop, type DeviceShop } from '../devices/device-shop.js';

export const USD = (amount: number) => ({ amount, currency: 'USD' });

/** A shop with staff and drawers, whose tills work without a network. */
export interface SyncShop extends DeviceShop {
  /** A cashier who may also move cash. */
  readonly ann: string;
  hire(role: string): Promise<string>;
  /** Links a till and gives its queue. */
  till(wish?: Partial<DeviceWish> & { readonly actor?: string }): Promise<DeviceQueue>;
  queueOf(device: TestDevice, actor?: string): DeviceQueue;
  newDrawer(): Promise<string>;
}

/** Opens it. Its clock stands still until the test moves it. */
export async function openSyncShop(variables: Readonly<Record<string, string>> = {}): Promise<SyncShop> {
  const shop = await openDeviceShop(variables);
  const { service, outletId, now, called } = shop;
  let named = 0;
  const hire = async (role: string): Promise<string> => {
    named += 1;
    const assignments = [{ role, outlets: null }];
    return ((await called('POST', '/staff', { displayName: `Person ${named}`, assignments })) as { id: string }).id;
  };
  const ann = await hire('supervisor');
  const queueOf = (device: TestDevice, actor = ann): DeviceQueue =>
    new DeviceQueue(service, device, { personId: actor, sessionId: null }, now);
  const till: SyncShop['till'] = async ({ actor, ...wish } = {}) => {
    named += 1;
    return queueOf(await linkDevice(service, { outletId, now, name: `Till ${named}`, ...wish }), actor);
  };
  const newDrawer = async (): Promise<string> => {
    const id = deviceMade();
    named += 1;
    await called('POST', '/drawers', { id, outletId, name: `Drawer ${named}` });
    return id;
  };
  return { ...shop, ann, hire, till, queueOf, newDrawer };
}
