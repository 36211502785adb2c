import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { Refusal } from '../../../../kernel/refusal.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReceiptReader } from '../../application/receipt-reader.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import type { OrderId } from '../../domain/order-state.js';
import { layoutReceipt } from '../../domain/receipt-layout.js';
import { renderReceiptText, type ReceiptColumns } from '../../domain/receipt-text.js';
import type { ReceiptResponse } from './receipt-response.js';

const WIDE: ReceiptColumns = 48;

@Route('v1/{tenant}/pos/orders/{orderId}/receipt')
@Tags('Orders')
export class ReceiptController extends Controller {
  constructor(private readonly receipts: ReceiptReader) {
    super();
  }

  /**
   * The receipt of an order as it stands: by `Accept` as JSON, or as plain text for a printer.
   * @param copy marks it as a copy
   * @param columns characters in a line of text: 32 on paper of 58 mm, 48 (default) on 80 mm
   */
  @Get()
  @Security('pos', ['orders:read'])
  @Produces('application/json')
  @Produces('text/plain')
  @Response<Problem>(404, 'order_not_found')
  @Response<Problem>(406, 'receipt_format_unavailable')
  async show(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Query() copy?: 'true' | 'false',
    @Query() columns?: '32' | '48',
  ): Promise<ReceiptResponse> {
    const format = request.accepts(['application/json', 'text/plain']);
    if (format === false) throw new Refusal<SaleRefusal>('receipt_format_unavailable');
    const { receipt, outlet } = await this.receipts.read(request.context, orderId as OrderId, copy === 'true');
    if (format === 'text/plain') {
      const width = columns === undefined ? WIDE : (Number(columns) as ReceiptColumns);
      request.res.type('text/plain').send(renderReceiptText(layoutReceipt(receipt, outlet), width));
    }
    return receipt;
  }
}
