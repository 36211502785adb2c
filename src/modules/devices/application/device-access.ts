import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Device, DeviceRefusal } from '../domain/device.js';
import type { DeviceOutlet, DeviceOutlets } from '../ports/device-outlets.js';

/** The device that calls. @throws Refusal `not_a_device` for everybody else. */
export function selfOf({ principal }: Pick<RequestContext, 'principal'>): Id<'device'> {
  const { kind, deviceId } = principal;
  if (kind !== 'device' || deviceId === undefined) throw new Refusal<DeviceRefusal>('not_a_device');
  return deviceId as Id<'device'>;
}

/** Lets through who acts for the device's outlet; to others it is not there. @throws Refusal `device_not_found`. */
export function assertOfCaller({ principal }: Pick<RequestContext, 'principal'>, device: Device): void {
  if (!mayActFor(principal, device.outletId))
    throw new Refusal<DeviceRefusal>('device_not_found', { deviceId: device.id });
}

/** An open outlet that the caller acts for. @param pointer its place in the request. @throws Refusal `device_outlet_not_found`. */
export async function openOutlet(
  tx: Tx,
  outlets: DeviceOutlets,
  { principal }: Pick<RequestContext, 'principal'>,
  outletId: OutletId,
  pointer: string,
): Promise<DeviceOutlet> {
  const outlet = mayActFor(principal, outletId) ? await outlets.outlet(tx, outletId) : undefined;
  if (outlet?.active === true) return outlet;
  const field = { pointer, message: 'must be an open outlet that you act for' };
  throw new Refusal<DeviceRefusal>('device_outlet_not_found', { outletId }, [field]);
}

/** Whom rows name as the doer, as events do. */
export function actorOf({ principal }: Pick<RequestContext, 'principal'>): string {
  return `${principal.kind}:${principal.id}`;
}
