import type { PersonAtTill } from '../../../../sdk/src/register/till-person.js';
import type { Till, TillPerson } from '../till.js';

/**
 * Who rings up, as the register wants it, with who stood for what they may not do alone.
 * @throws Error while nobody is signed in: the frame shows no sale then.
 */
export function personAtTill(
  { person, book }: Pick<Till, 'person' | 'book'>,
  approver: TillPerson | null,
): PersonAtTill {
  const { value } = person;
  if (value === null) throw new Error('nobody is signed in');
  const { personId, sessionId, permissions } = value;
  if (approver === null) return { personId, sessionId, permissions };
  const known = book.value?.staff.find(({ id }) => id === approver.personId);
  return {
    personId,
    sessionId,
    permissions,
    approver: { personId: approver.personId, permissions: new Set(known?.permissions) },
  };
}
