import type { Principal } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { HireStaff, PersonId } from '../../../people/index.js';
import type { Owners } from '../../ports/provisions.js';

const OWNER = { role: 'owner', outlets: null, deviceKinds: null, regions: null } as const;

/**
 * The owner as the first of the staff.
 * @param permissions of an owner: nobody is there yet who could give the role, and nobody gives more than they hold.
 */
export function firstOwner(hire: Pick<HireStaff, 'execute'>, permissions: readonly string[]): Owners {
  const principal: Principal = { kind: 'system', id: 'businesses', permissions: new Set(permissions), test: false };
  return {
    create: async (context, id, { name, email, phone }) => {
      const command = {
        ...{ id: id as PersonId, userId: null, staffNumber: undefined, displayName: name.slice(0, NAME_MAX) },
        ...{ firstName: null, lastName: null, email, phone, locale: null, note: null, assignments: [OWNER] },
      };
      try {
        await hire.execute({ ...context, principal }, command);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'person_already_exists') throw error;
      }
    },
  };
}

/** Longest name on screens and receipts. */
const NAME_MAX = 100;
