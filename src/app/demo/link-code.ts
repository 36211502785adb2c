import { seedDoor } from '../seed/seed-door.js';
import type { TenantSeed } from '../seed/demo-tenant.js';

/**
 * Makes a code that links a till to the demo's first outlet, for whoever started the demo. No device comes ready: its key belongs to
 * the machine that makes it. @returns undefined where too many codes wait already.
 */
export async function demoLinkCode(
  baseUrl: string,
  { slug, outlets: [outlet] }: TenantSeed,
  apiKey: string,
): Promise<string | undefined> {
  const door = seedDoor(`${baseUrl}/v1/${slug}/pos`, apiKey);
  const wish = { outletId: outlet?.id, kind: 'till', name: 'Demo till' };
  const made = await door.send<{ code: string }>('POST', '/devices/link-codes', wish, 'too_many_link_codes');
  return made?.code;
}
