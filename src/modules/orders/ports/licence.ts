import type { RequestContext } from '../../../kernel/context.js';

/** What the licence of the business lets it do (DOMAIN.md "Licensing"). */
export interface Licence {
  /** Paying, refunding and closing never ask. @throws Refusal `licence_expired`, `licence_revoked`. */
  assertNewOrders(context: RequestContext): void;
}
