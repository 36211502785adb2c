import type { TenantId } from '../../../kernel/ids.js';

/** The vendor's own tenant, whose rows plans, invoices and requests are (migration 0036). */
export const PLATFORM = { id: '00000000-0000-7000-8000-000000000001' as TenantId, slug: 'platform' } as const;
