import { randomUUID } from 'node:crypto';

/** A device of the shop that is linked with a secret, and somebody who has just signed in at it. */
export interface StaffedDevice {
  readonly deviceId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly secret: string;
  readonly deviceToken: string;
  readonly sessionToken: string;
}

/** Asks the service, and answers with the status and the body. */
export type Ask = (
  method: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;

/** The PIN of everybody who was made for a device. */
export const PIN = '4071';
const FIRST_PIN = '9362';

/**
 * Links a device and signs an owner in at it, as a shop does. Undefined where the service refuses a step: earlier requests may
 * have closed the linking of devices, or locked people out.
 */
export async function staffDevice(ask: Ask, apiKey: string, outletId: string): Promise<StaffedDevice | undefined> {
  const office = { Authorization: `Bearer ${apiKey}` };
  const name = `Counter ${randomUUID().slice(0, 8)}`;
  const { code } = (await ask('POST', '/devices/link-codes', { outletId, kind: 'till', name }, office)).body;
  const about = { fingerprint: 'machine-0001', platform: 'Android 14', model: 'Sunmi T2s', appVersion: '1.0.0' };
  const linked = (await ask('POST', '/devices/activations', { code, binding: 'secret', ...about }, {})).body;
  const { device, token: deviceToken, secret } = linked as { device?: { id: string }; token: string; secret: string };
  const hired = await ask('POST', '/staff', { displayName: 'Ada', assignments: [{ role: 'owner' }] }, office);
  const personId = String(hired.body['id']);
  const given = { pin: FIRST_PIN, reason: 'a new colleague', confirm: true };
  await ask('PUT', `/staff/${personId}/pin`, given, { ...office, 'If-Match': '*' });
  const self = (token: string) => ({ Authorization: `Bearer ${token}`, 'POS-Device-Secret': secret });
  if (device === undefined) return undefined;
  const signIn = { method: 'pin', personId, pin: FIRST_PIN };
  const { session, token } = (await ask('POST', '/sessions', signIn, self(deviceToken))).body as {
    session?: { id: string };
    token: string;
  };
  if (session === undefined) return undefined;
  await ask('POST', '/staff/me/pin', { current: FIRST_PIN, new: PIN }, self(token));
  return { deviceId: device.id, personId, sessionId: session.id, secret, deviceToken, sessionToken: token };
}
