import {
  Body,
  Controller,
  Get,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ArchivePricebook } from '../../application/archive-pricebook.js';
import type { ChangePricebook } from '../../application/change-pricebook.js';
import type { CreatePricebook } from '../../application/create-pricebook.js';
import type { PublishPricebook } from '../../application/publish-pricebook.js';
import type { RollBackPricebook } from '../../application/roll-back-pricebook.js';
import type { ShowEffectivePrice } from '../../application/show-effective-price.js';
import type { Pricebook, PricebookId } from '../../domain/pricebook.js';
import type { PricebookViews } from '../../ports/pricebook-views.js';
import { toEffectivePrice, type EffectivePriceResponse } from './effective-price-responses.js';
import { onBook, SHOWN_BOOK } from './pricebook-answers.js';
import {
  bookChangesFrom,
  creationFrom,
  type ChangePricebookRequest,
  type CreatePricebookRequest,
  type PricebookChannelDto,
  type PublishPricebookRequest,
  type RollBackPricebookRequest,
} from './pricebook-requests.js';
import { toPricebookResponse, type PricebookResponse } from './pricebook-responses.js';

/** The commands behind these routes. */
export interface PricebookRouteCommands {
  readonly create: CreatePricebook;
  readonly change: ChangePricebook;
  readonly publish: PublishPricebook;
  readonly rollBack: RollBackPricebook;
  readonly archive: ArchivePricebook;
  readonly effective: ShowEffectivePrice;
}

/** Where a pricebook stands. */
export type PricebookStatus = 'draft' | 'active' | 'archived';

@Route('v1/{tenant}/pos/pricebooks')
@Tags('Pricebooks')
export class PricebooksController extends Controller {
  constructor(
    private readonly commands: PricebookRouteCommands,
    private readonly views: PricebookViews,
  ) {
    super();
  }

  /**
   * Lists pricebooks by name.
   * @param outletId only those that apply at the outlet: now, at a time to come, or by their draft
   * @param q part of name or code, whatever the letter case
   */
  @Get()
  @Security('pos', ['pricebooks:read'])
  async listPricebooks(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() status?: PricebookStatus,
    @Query() q?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PricebookResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const query = { q, status, outletId: outletId as OutletId | undefined, limit: page.limit, after };
    const books = await this.views.books(request.context, query);
    return listResponse(books, page.limit, toPricebookResponse, ({ name, id }) => [name, id]);
  }

  /** Makes a pricebook with a draft. It changes no price before the draft is published. */
  @Post()
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(201)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(409, 'pricebook_already_exists, pricebook_code_taken, too_many_pricebooks')
  @Response<Problem>(422, 'pricebook_invalid')
  createPricebook(
    @Path() tenant: string,
    @Body() body: CreatePricebookRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const location = (book: Pricebook): string => `/v1/${tenant}/pos/pricebooks/${book.id}`;
    const command = creationFrom(body);
    return answer(request, { ...SHOWN_BOOK, status: 201, location }, (context) =>
      this.commands.create.execute(context, command),
    );
  }

  /**
   * Says what an item costs at an outlet, and why: each step from the list price, and the pricebooks that were passed over.
   * @param channel `counter` when absent
   * @param customerGroup a group that the guest is in; may be given several times
   * @param at the moment; now when absent
   */
  @Get('effective')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'outlet_not_found, pricebook_item_not_found')
  async showEffectivePrice(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() sku: string,
    @Query() outletId: Uuid,
    @Query() channel?: PricebookChannelDto,
    @Query() customerGroup?: string[],
    @Query() at?: Timestamp,
  ): Promise<EffectivePriceResponse> {
    const price = await this.commands.effective.execute(request.context, {
      sku,
      outletId: outletId as OutletId,
      channel: channel ?? 'counter',
      customerGroups: customerGroup ?? [],
      at: at === undefined ? request.context.at : timeFrom(at, '/query/at'),
    });
    return toEffectivePrice(price);
  }

  /** Shows a pricebook with its draft, the version in force and those that are scheduled. */
  @Get('{pricebookId}')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'pricebook_not_found')
  async showPricebook(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    return answered(request, SHOWN_BOOK, await this.views.book(request.context, pricebookId as PricebookId));
  }

  /** Changes name, code or, before the first release, the pricebook that it inherits. */
  @Patch('{pricebookId}')
  @Security('pos', ['pricebooks:write'])
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_code_taken, pricebook_parent_fixed')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pricebook_invalid')
  changePricebook(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: ChangePricebookRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), changes: bookChangesFrom(body) };
    return answer(request, SHOWN_BOOK, (context) => this.commands.change.execute(context, command));
  }

  /** Publishes the draft, now or at a time to come. From then on it never changes. */
  @Post('{pricebookId}/publish')
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(200)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_no_draft, too_many_versions_scheduled')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pricebook_publish_time_passed')
  publishPricebook(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: PublishPricebookRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const publishAt = body.publishAt == null ? null : timeFrom(body.publishAt, '/publishAt');
    const command = { ...onBook(pricebookId, request), publishAt };
    return answer(request, SHOWN_BOOK, (context) => this.commands.publish.execute(context, command));
  }

  /** Brings the content of an earlier version back into force at once, as a new version. A draft stays as it is. */
  @Post('{pricebookId}/rollback')
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(200)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_version_in_force, pricebook_version_never_in_force')
  @Response<Problem>(412, 'version_mismatch')
  rollBackPricebook(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: RollBackPricebookRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), to: body.to };
    return answer(request, SHOWN_BOOK, (context) => this.commands.rollBack.execute(context, command));
  }

  /** Ends a pricebook for good. Sales from before, also those that come late, still find their prices. */
  @Post('{pricebookId}/archive')
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(200)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_in_use')
  @Response<Problem>(412, 'version_mismatch')
  archivePricebook(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = onBook(pricebookId, request);
    return answer(request, SHOWN_BOOK, (context) => this.commands.archive.execute(context, command));
  }
}
