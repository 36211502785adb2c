import { Body, Controller, Get, Path, Post, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { KeepInvoices } from '../../application/keep-invoices.js';
import type { LicenceTexts } from '../../application/licence-texts.js';
import type { PlanRequests } from '../../application/plan-requests.js';
import { assertAllRegions, reachedBusiness } from '../../application/reached-business.js';
import type { Invoice, InvoiceId } from '../../domain/invoice.js';
import type { PlanRequest, PlanRequestId } from '../../domain/plan-request.js';
import type { Businesses } from '../../ports/businesses.js';
import { toInvoiceResponse } from './invoice-mapping.js';
import { toPlanRequestResponse, type LicenceReason, type PlanRequestResponse } from './licence-dtos.js';
import type { LicenceInvoiceResponse, LicenceInvoiceStatus } from './plan-dtos.js';

/** How an invoice was paid. */
export interface PayInvoiceRequest {
  /**
   * Where it can be found: the number of a transfer.
   * @minLength 1
   * @maxLength 200
   */
  reference?: string | null;
}

/** What the vendor says to a request. */
export interface ClosePlanRequest {
  answer?: LicenceReason | null;
}

const INVOICE: Answer<Invoice, LicenceInvoiceResponse> = {
  status: 200,
  render: toInvoiceResponse,
  etag: ({ version }) => version,
};
const REQUEST: Answer<PlanRequest, PlanRequestResponse> = {
  status: 200,
  render: toPlanRequestResponse,
  etag: ({ version }) => version,
};

@Route('v1/platform')
@Tags('Platform')
export class PlatformBillingController extends Controller {
  constructor(
    private readonly invoices: KeepInvoices,
    private readonly requests: PlanRequests,
    private readonly businesses: Businesses,
    private readonly texts: LicenceTexts,
  ) {
    super();
  }

  /**
   * Lists the invoices of all businesses, newest first.
   * @param business slug of one; who acts for some regions names one of theirs
   */
  @Get('invoices')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'licence_business_unknown')
  async listInvoices(
    @Request() request: PosRequest,
    @Query() business?: string,
    @Query() status?: LicenceInvoiceStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<LicenceInvoiceResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const businessId = await this.idOf(request, business, 'licences:manage');
    const invoices = await this.invoices.list({ businessId, status, limit: page.limit, after });
    return listResponse(invoices, page.limit, toInvoiceResponse, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /** Sends an invoice again that the treasury did not take. */
  @Post('invoices/{invoiceId}/retry')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(404, 'licence_invoice_not_found')
  @Response<Problem>(409, 'licence_invoice_state_conflict')
  retry(@Path() invoiceId: Uuid, @Request() request: PosRequest): Promise<LicenceInvoiceResponse> {
    assertAllRegions(request.context, 'licences:manage');
    return answer(request, INVOICE, (context) => this.invoices.retry(context, invoiceId as InvoiceId));
  }

  /** Notes that an invoice was paid. It prolongs nothing: that is another decision. */
  @Post('invoices/{invoiceId}/pay')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(404, 'licence_invoice_not_found')
  @Response<Problem>(409, 'licence_invoice_state_conflict')
  @Response<Problem>(422, 'card_data_not_allowed')
  pay(
    @Path() invoiceId: Uuid,
    @Body() body: PayInvoiceRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceInvoiceResponse> {
    assertAllRegions(request.context, 'licences:manage');
    const reference = this.screened(body.reference, '/reference');
    return answer(request, INVOICE, (context) => this.invoices.pay(context, invoiceId as InvoiceId, reference));
  }

  /**
   * Lists what businesses asked for, newest first.
   * @param business slug of one; who acts for some regions names one of theirs
   */
  @Get('plan-requests')
  @Security('pos', ['businesses:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'licence_business_unknown')
  async listRequests(
    @Request() request: PosRequest,
    @Query() business?: string,
    @Query() status?: 'open' | 'closed',
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PlanRequestResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const businessId = await this.idOf(request, business, 'businesses:read');
    const rows = await this.requests.list({ businessId, status, limit: page.limit, after });
    const positionOf = ({ requestedAt, id }: PlanRequest): string[] => [requestedAt.toISOString(), id];
    return listResponse(rows, page.limit, toPlanRequestResponse, positionOf);
  }

  /** Closes a request, whether the plan was given or not. */
  @Post('plan-requests/{requestId}/close')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(404, 'plan_request_not_found')
  @Response<Problem>(409, 'plan_request_closed')
  @Response<Problem>(422, 'card_data_not_allowed')
  close(
    @Path() requestId: Uuid,
    @Body() body: ClosePlanRequest,
    @Request() request: PosRequest,
  ): Promise<PlanRequestResponse> {
    assertAllRegions(request.context, 'licences:manage');
    const said = this.screened(body.answer, '/answer');
    return answer(request, REQUEST, (context) => this.requests.close(context, requestId as PlanRequestId, said));
  }

  private async idOf(request: PosRequest, slug: string | undefined, permission: string) {
    if (slug === undefined) {
      assertAllRegions(request.context, permission);
      return undefined;
    }
    return (await reachedBusiness(this.businesses, request.context, slug)).tenantId;
  }

  private screened(text: string | null | undefined, pointer: string): string | null {
    if (text == null) return null;
    this.texts.assertHarmless(text, pointer);
    return text;
  }
}
