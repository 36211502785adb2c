import type { DemoPerson } from './demo-staff.js';
import type { SeedDoor } from './seed-door.js';

/** A PIN that was set just now. */
export interface SeededPin {
  readonly name: string;
  readonly role: string;
  readonly pin: string;
}

/** Chooses the PIN of somebody in their stead. */
export type ChoosePin = (personId: string, pin: { readonly current: string; readonly wanted: string }) => Promise<void>;

interface Hired {
  readonly status: string;
  readonly version: number;
}

/** Hired, and given a PIN that has yet to be changed: by seeding, which then broke off. */
const HALF_WAY_VERSION = 2;

/**
 * Takes on the people of the demo and gives them their PINs. Whom people have changed since stays as they are.
 * @param choosePin undefined where no PIN can be kept, for want of a SECRETS_KEY: then people are there, and get theirs another time.
 * @returns the PINs that were set.
 */
export async function fillStaff(
  door: SeedDoor,
  staff: readonly DemoPerson[],
  choosePin: ChoosePin | undefined,
): Promise<readonly SeededPin[]> {
  const set: SeededPin[] = [];
  for (const person of staff) {
    const hired = await hire(door, person);
    if (hired === undefined || choosePin === undefined || !(await needsPin(door, person, hired))) continue;
    const { name, role } = person;
    set.push({ name, role, pin: await givePin(door, person, choosePin) });
  }
  return set;
}

/** @returns undefined where the business's plan has no place for them. */
async function hire(door: SeedDoor, { id, name, role }: DemoPerson): Promise<Hired | undefined> {
  const found = await door.find<Hired>(`/staff/${id}`);
  if (found !== undefined) return found;
  const body = { id, displayName: name, assignments: [{ role }] };
  return door.send<Hired>('POST', '/staff', body, 'entitlement_exceeded');
}

async function needsPin(door: SeedDoor, { id, pin }: DemoPerson, { status, version }: Hired): Promise<boolean> {
  if (status !== 'active') return false;
  const standing = await door.find<{ isSet: boolean; mustChange: boolean }>(`/staff/${id}/pin`);
  if (standing?.isSet !== true) return true;
  return pin !== null && standing.mustChange && version === HALF_WAY_VERSION;
}

/** A PIN that somebody else sets has to be changed before anything is sold: the demo's people have done so. */
async function givePin(door: SeedDoor, { id, pin }: DemoPerson, choosePin: ChoosePin): Promise<string> {
  const reset = { reason: 'first day', confirm: true };
  const made = await door.send<{ pin: string }>('PUT', `/staff/${id}/pin`, reset);
  if (made === undefined) throw new Error('seeding got no PIN');
  if (pin === null) return made.pin;
  await choosePin(id, { current: made.pin, wanted: pin });
  return pin;
}
