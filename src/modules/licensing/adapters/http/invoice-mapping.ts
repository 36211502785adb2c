import { moneyDto } from '../../../../platform/http/values.js';
import type { Invoice } from '../../domain/invoice.js';
import type { LicenceInvoiceResponse } from './plan-dtos.js';

/** Shows an invoice. */
export function toInvoiceResponse(invoice: Invoice): LicenceInvoiceResponse {
  const { id, businessSlug, period, plan, lines, total, status, reference, error, issuedAt, sentAt, paidAt } = invoice;
  return {
    ...{ id, business: businessSlug, period, plan, total: moneyDto(total), status, reference, error },
    lines: lines.map((line) => ({
      ...{ kind: line.kind, quantity: line.quantity },
      ...{ unitPrice: moneyDto(line.unitPrice), total: moneyDto(line.total) },
    })),
    ...{ issuedAt: issuedAt.toISOString(), sentAt: sentAt?.toISOString() ?? null },
    ...{ paidAt: paidAt?.toISOString() ?? null, version: invoice.version },
  };
}
