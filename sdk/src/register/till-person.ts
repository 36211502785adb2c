import type { Principal, RequestContext } from '../../../src/kernel/context.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import type { WrittenSale } from '../../../src/modules/orders/application/written-sale.js';
import type { PriceBook } from '../book/price-book.js';

/** Somebody at the till, and what they may do there. */
export interface SecondPerson {
  readonly personId: string;
  readonly permissions: ReadonlySet<string>;
}

/** Who rings up, and who stands beside them for what they may not do alone. */
export interface PersonAtTill extends SecondPerson {
  /** The session they signed in to; `null` where they signed in without the network. */
  readonly sessionId?: string | null;
  /** A second person who gave their PIN at this device for this sale. */
  readonly approver?: SecondPerson | null;
}

/** The caller as the use cases see them. */
export interface TillPrincipal extends Principal {
  readonly approver: SecondPerson | null;
}

/** Says who asks, as the service's door does for requests. */
export function contextOf(book: PriceBook, person: PersonAtTill, at: number): RequestContext {
  const { personId, permissions, sessionId = null, approver = null } = person;
  const deviceId = book.configuration?.id;
  const principal: TillPrincipal = {
    ...{ kind: 'user', id: personId, permissions, outlets: new Set([book.sales.id]), test: false, approver },
    ...(deviceId !== undefined && { deviceId }),
    ...(sessionId !== null && { sessionId }),
  };
  const { id, slug } = book.business;
  return { tenantId: id as TenantId, tenantSlug: slug, principal, requestId: '', at: new Date(at) };
}

/** The sale with the second person named wherever the service would want an approval of theirs. */
export function approvedBy(sale: WrittenSale, approver: SecondPerson | null | undefined): WrittenSale {
  if (approver == null) return sale;
  const approvalId = approver.personId;
  return {
    ...sale,
    discounts: (sale.discounts ?? []).map((discount) => ({ approvalId, ...discount })),
    lines: (sale.lines ?? []).map((line) => {
      if (line.priceOverride === undefined) return line;
      return { ...line, priceOverride: { approvalId, ...line.priceOverride } };
    }),
  };
}
