import type { TenantId } from '../../../kernel/ids.js';
import type { Industry } from './registration.js';

export type BusinessStatus = 'active' | 'suspended' | 'closed';

/** A business as far as acting for it takes. */
export interface BusinessName {
  readonly id: TenantId;
  readonly slug: string;
}

/** A business of this installation, as the vendor sees it. */
export interface Business {
  /** The id of its tenant. */
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  /** Administrators of a region see the businesses of theirs. */
  readonly region: string | null;
  readonly timeZone: string | null;
  readonly industry: Industry | null;
  /** Masked. */
  readonly contact: string | null;
  /** What the vendor's people wrote down about it. */
  readonly notes: string | null;
  readonly status: BusinessStatus;
  readonly statusReason: string | null;
  readonly statusSince: Date;
  readonly registeredAt: Date;
  /** The version of the business's own row that this follows. */
  readonly tenantVersion: number;
  /** Set while the status is decided and the business's own row does not have it yet: when to carry it over, and who decided. */
  readonly carryOver: { readonly at: Date; readonly decidedBy: string } | null;
  readonly version: number;
}

export type BusinessRefusal = 'business_not_found' | 'business_invalid' | 'business_closed' | 'platform_is_no_business';

export interface BusinessChanges {
  readonly region?: string | null;
  readonly notes?: string | null;
}

export const REOPEN_DAYS = 30;
