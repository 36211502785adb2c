import { namedUuid } from '../../app/seed/named-uuid.js';

/** The id of a past sale: always the same for the same tenant, source and number, whatever else the file says. */
export function orderIdOf(tenant: string, source: string, orderId: string): string {
  return namedUuid('posctl sales import', tenant, source, orderId);
}
