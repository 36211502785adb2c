import { setTimeout as sleep } from 'node:timers/promises';
import { InventoryDouble, soldItem } from '../../src/clients/inventory/inventory-double.examples.js';
import type { TestService } from '../harness/service.js';

const LOOKS_MAX = 600;
const LOOK_EVERY_MS = 50;

/** The inventory service, with something in it. To be there before the service starts. */
export async function openInventory(): Promise<InventoryDouble> {
  const inventory = await new InventoryDouble().start();
  inventory.put(soldItem('scone'), soldItem('toast'));
  return inventory;
}

/** Fetches the catalogue from the inventory service, once to its end and once in vain. */
export async function walkSyncs(service: TestService, inventory: InventoryDouble): Promise<void> {
  await sync(service);
  inventory.instead.push((response) => void response.writeHead(404).end());
  await sync(service);
}

async function sync(service: TestService): Promise<void> {
  const { body } = await service.call('POST', '/catalog/syncs', { body: {} });
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if ((await service.call('GET', `/catalog/syncs/${body.id}`)).body.status !== 'running') return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('the sync does not end');
}
