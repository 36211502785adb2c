import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { KeepInvoices } from '../../application/keep-invoices.js';
import type { LicenceTexts } from '../../application/licence-texts.js';
import type { AskedPlan, OwnLicence } from '../../application/own-licence.js';
import type { PlanBook } from '../../application/plan-book.js';
import type { PlanRequests } from '../../application/plan-requests.js';
import type { ShowLicence, ShownLicence } from '../../application/show-licence.js';
import type { LicensingRefusal } from '../../domain/licensing-refusal.js';
import type { PlanRequest } from '../../domain/plan-request.js';
import type { Subscription } from '../../domain/subscription.js';
import { startOf } from '../../domain/usage.js';
import type { UsageRepository } from '../../ports/usage-repository.js';
import { toInvoiceResponse } from './invoice-mapping.js';
import {
  toLicenceResponse,
  toPlanRequestResponse,
  toUsageDto,
  type LicenceFlagsRequest,
  type LicenceResponse,
  type LicenceUsageDto,
  type PlanChangeRequest,
  type PlanChangeResponse,
  type PlanRequestResponse,
} from './licence-dtos.js';
import { toLicenceState, type LicenceStateResponse } from './licence-state.js';
import {
  toPlanResponse,
  type LicenceInvoiceResponse,
  type LicenceInvoiceStatus,
  type PlanResponse,
} from './plan-dtos.js';

/**
 * A day of the calendar.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ must be like 2026-01-31
 * @example "2026-01-31"
 */
export type LicenceDay = string;

const SHOWN: Answer<ShownLicence, LicenceResponse> = {
  status: 200,
  render: toLicenceResponse,
  etag: ({ licence }) => licence.version,
};
const STATE: Answer<Subscription, LicenceStateResponse> = {
  status: 200,
  render: toLicenceState,
  etag: ({ version }) => version,
};
const ASKED: Answer<AskedPlan, PlanChangeResponse> = {
  status: 201,
  render: ({ id, plan, note, requestedAt }) => ({ id, plan, note, requestedAt: requestedAt.toISOString() }),
};

/** What the routes of a business read and do. */
export interface LicenceParts {
  readonly own: OwnLicence;
  readonly show: ShowLicence;
  readonly book: PlanBook;
  readonly requests: PlanRequests;
  readonly invoices: KeepInvoices;
  readonly transactor: Transactor;
  readonly usage: UsageRepository;
  readonly texts: LicenceTexts;
}

@Route('v1/{tenant}/pos/licence')
@Tags('Licence')
export class LicenceController extends Controller {
  constructor(private readonly parts: LicenceParts) {
    super();
  }

  /** Shows the licence of the business: its plan, until when it is paid, and how much of it is used. */
  @Get()
  @Security('pos', ['licence:read'])
  async licence(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<LicenceResponse> {
    const { tenantId, at } = request.context;
    return answered(request, SHOWN, await this.parts.show.execute(tenantId, at));
  }

  /** Lists the plans that can be asked for, by code. */
  @Get('plans')
  @Security('pos', ['licence:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async plans(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PlanResponse>> {
    void request;
    const page = pageOf(limit, cursor, ['text']);
    const [after = ''] = (page.after ?? []) as string[];
    const plans = (await this.parts.book.onSale()).filter(({ terms }) => terms.code > after);
    return listResponse(plans, page.limit, toPlanResponse, ({ terms }) => [terms.code]);
  }

  /**
   * Lists what was used day by day, by UTC, newest first.
   * @param from the first day
   * @param to the first day that is not asked for
   */
  @Get('usage')
  @Security('pos', ['licence:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(422, 'licence_period_invalid')
  async usage(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() from: LicenceDay,
    @Query() to: LicenceDay,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<LicenceUsageDto>> {
    const page = pageOf(limit, cursor, ['time']);
    const before = (page.after as readonly [string] | undefined)?.[0].slice(0, 'yyyy-mm-dd'.length);
    if (!isDay(from) || !isDay(to) || from >= to) throw new Refusal<LicensingRefusal>('licence_period_invalid');
    const query = { from, to, limit: page.limit, before };
    const rows = await this.parts.transactor.read(request.context, (tx) => this.parts.usage.list(tx, query));
    return listResponse(rows, page.limit, toUsageDto, ({ day }) => [startOf(day).toISOString()]);
  }

  /** Sets switches of the business, which its devices are handed. They limit nothing. */
  @Put('flags')
  @Security('pos', ['tenant:write'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'licence_flag_unknown')
  setFlags(
    @Path('tenant') _tenant: string,
    @Body() body: LicenceFlagsRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    const expected = expectedVersion(request);
    return answer(request, STATE, (context) =>
      this.parts.own.setFlags(context, body.flags, (version) => assertVersion(expected, version)),
    );
  }

  /** Lists what the vendor asked to be paid, newest first. */
  @Get('invoices')
  @Security('pos', ['licence:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async invoices(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: LicenceInvoiceStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<LicenceInvoiceResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const { tenantId: businessId } = request.context;
    const rows = await this.parts.invoices.list({ businessId, status, limit: page.limit, after });
    return listResponse(rows, page.limit, toInvoiceResponse, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /** Lists what was asked of the vendor, newest first. A new request is there a moment later. */
  @Get('plan-requests')
  @Security('pos', ['licence:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async requests(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: 'open' | 'closed',
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PlanRequestResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const { tenantId: businessId } = request.context;
    const rows = await this.parts.requests.list({ businessId, status, limit: page.limit, after });
    const positionOf = ({ requestedAt, id }: PlanRequest): string[] => [requestedAt.toISOString(), id];
    return listResponse(rows, page.limit, toPlanRequestResponse, positionOf);
  }

  /** Asks the vendor for another plan: somebody there has a notice of it. */
  @Post('plan-requests')
  @Security('pos', ['licence:manage'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'plan_not_found')
  @Response<Problem>(409, 'plan_archived, plan_request_same')
  @Response<Problem>(422, 'card_data_not_allowed')
  request(
    @Path('tenant') _tenant: string,
    @Body() body: PlanChangeRequest,
    @Request() request: PosRequest,
  ): Promise<PlanChangeResponse> {
    const note = body.note ?? null;
    if (note !== null) this.parts.texts.assertHarmless(note, '/note');
    return answer(request, ASKED, (context) => this.parts.own.request(context, body.plan, note));
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
