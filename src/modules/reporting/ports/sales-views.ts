import type { TenantId } from '../../../kernel/ids.js';
import type { SalesFacts, SalesQuestion } from '../domain/sales-report.js';

/** What the books of a tenant say about sales. */
export interface SalesViews {
  /** Sales and refunds of the period at the outlets asked for, gathered by the grouping's key; one consistent moment. */
  sales(context: { readonly tenantId: TenantId }, question: SalesQuestion): Promise<SalesFacts>;
}
