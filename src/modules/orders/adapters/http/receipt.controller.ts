import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { Refusal } from '../../../../kernel/refusal.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReceiptReader } from '../../application/receipt-reader.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import type { OrderId } from '../../domain/order-state.js';
import { renderReceiptEscPos } from '../../domain/receipt-escpos.js';
import { RECEIPT_HTML_POLICY, renderReceiptHtml } from '../../domain/receipt-html.js';
import { layoutReceipt } from '../../domain/receipt-layout.js';
import { columnsOn, renderReceiptText, type ReceiptColumns, type ReceiptPaper } from '../../domain/receipt-text.js';
import { receiptLanguage } from '../../domain/receipt-words.js';
import type { Receipt } from '../../domain/receipt.js';
import type { ReceiptDocument, ReceiptRenders } from '../../ports/receipt-renders.js';
import type { ReceiptResponse } from './receipt-response.js';

const JSON_TYPE = 'application/json';
const ESCPOS_TYPE = 'application/vnd.escpos';
const FORMATS = [JSON_TYPE, 'text/plain', 'text/html', 'application/pdf', ESCPOS_TYPE];

/** What a printer may show besides ASCII. */
export type ReceiptCodePage = 'pc437' | 'pc858' | 'windows1252';

/** How the receipt is wanted. */
interface Wish {
  readonly format: string;
  readonly paper: ReceiptPaper;
  readonly columns: ReceiptColumns;
  readonly codepage: ReceiptCodePage;
}

@Route('v1/{tenant}/pos/orders/{orderId}/receipt')
@Tags('Orders')
export class ReceiptController extends Controller {
  constructor(
    private readonly receipts: ReceiptReader,
    private readonly renders: ReceiptRenders,
  ) {
    super();
  }

  /**
   * The receipt of an order as it stands: by `Accept` as JSON, as plain text, as a page of HTML, as PDF, or as the bytes of
   * a thermal printer (ESC/POS). All of them are made from the JSON.
   * @param copy marks it as a copy
   * @param paper width of the roll in millimetres, 80 unless told
   * @param columns characters in a line of text: 32 on paper of 58 mm, 48 on 80 mm; unless told, as the paper has
   * @param codepage of the printer, for ESC/POS alone: `pc858` unless told
   */
  @Get()
  @Security('pos', ['orders:read'])
  @Produces('application/json')
  @Produces('text/plain')
  @Produces('text/html')
  @Produces('application/pdf')
  @Produces('application/vnd.escpos')
  @Response<Problem>(404, 'order_not_found')
  @Response<Problem>(406, 'receipt_format_unavailable')
  async show(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Query() copy?: 'true' | 'false',
    @Query() paper?: '58' | '80',
    @Query() columns?: '32' | '48',
    @Query() codepage?: ReceiptCodePage,
  ): Promise<ReceiptResponse> {
    request.res.vary('Accept');
    const format = request.accepts(FORMATS);
    if (format === false) throw new Refusal<SaleRefusal>('receipt_format_unavailable');
    const receipt = await this.receipts.read(request.context, orderId as OrderId, copy === 'true');
    const width: ReceiptPaper = paper === '58' ? 58 : 80;
    const characters = columns === undefined ? columnsOn(width) : (Number(columns) as ReceiptColumns);
    if (format !== JSON_TYPE) {
      this.send(request, receipt, { format, paper: width, columns: characters, codepage: codepage ?? 'pc858' });
    }
    return receipt; // unused when the answer has gone out
  }

  private send({ res }: PosRequest, receipt: Receipt, { format, paper, columns, codepage }: Wish): void {
    const blocks = layoutReceipt(receipt);
    const title = receipt.receiptNumber ?? receipt.number;
    const document: ReceiptDocument = { blocks, paper, language: receiptLanguage(receipt.locale), title };
    switch (format) {
      case 'text/plain':
        return void res.type(format).send(renderReceiptText(blocks, columns));
      case 'text/html':
        res.setHeader('Content-Security-Policy', RECEIPT_HTML_POLICY);
        return void res.type(format).send(renderReceiptHtml(blocks, { ...document, qr: this.renders.qr }));
      case ESCPOS_TYPE:
        return void res
          .type(format)
          .send(Buffer.from(renderReceiptEscPos(blocks, { paper, codepage, cut: 'partial', drawerKick: false })));
      default:
        res.setHeader('Content-Disposition', `inline; filename="receipt-${title.replaceAll(/[^\w-]/g, '')}.pdf"`);
        return void res.type(format).send(Buffer.from(this.renders.pdf(document)));
    }
  }
}
