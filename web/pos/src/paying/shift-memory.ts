import { signal, type Signal } from '@preact/signals';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { Till } from '../till.js';
import { KeptValue } from './kept-value.js';
import { actorOf } from './sale-booking.js';

/** Shifts that began at this device, by person. */
type Shifts = Readonly<Record<string, { readonly shiftId: string; readonly since: string; readonly entryId: string }>>;

const memories = new WeakMap<Till, Signal<Shifts>>();

/** Who has clocked in here, and when. */
export function shiftsSignal(till: Till): Signal<Shifts> {
  const known = memories.get(till);
  if (known !== undefined) return known;
  const made = signal<Shifts>(new KeptValue<Shifts>('pos.shifts').read() ?? {});
  memories.set(till, made);
  return made;
}

/** Clocks the person in, or out of the shift that began here. Through the queue: the service hears of it when it can. */
export async function clock(till: Till): Promise<void> {
  const { value: person } = till.person;
  const outletId = till.book.value?.outlet.id;
  if (person === null || outletId === undefined) return;
  const { [person.personId]: working, ...others } = shiftsSignal(till).value;
  const actor = actorOf(person);
  if (working === undefined) {
    const shiftId = newId();
    const { id: entryId } = await till.queue.append('shift.clock_in', { shiftId, outletId }, actor);
    remember(till, { ...others, [person.personId]: { shiftId, since: new Date().toISOString(), entryId } });
    return;
  }
  const more = { dependsOn: [working.entryId] };
  await till.queue.append('shift.clock_out', { shiftId: working.shiftId }, actor, more);
  remember(till, others);
}

function remember(till: Till, shifts: Shifts): void {
  new KeptValue<Shifts>('pos.shifts').write(shifts);
  shiftsSignal(till).value = shifts;
}
