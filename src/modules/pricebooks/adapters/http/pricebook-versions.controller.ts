import {
  Body,
  Controller,
  Get,
  Patch,
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
import { answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ChangeDraft } from '../../application/change-draft.js';
import type { EditEntries } from '../../application/edit-entries.js';
import type { OpenDraft } from '../../application/open-draft.js';
import type { WithdrawVersion } from '../../application/withdraw-version.js';
import type { PricebookId } from '../../domain/pricebook.js';
import type { PricebookViews } from '../../ports/pricebook-views.js';
import { onBook, SHOWN_BOOK } from './pricebook-answers.js';
import {
  editsFrom,
  termChangesFrom,
  type ChangeDraftRequest,
  type EditEntriesRequest,
  type OpenDraftRequest,
  type ReplaceEntriesRequest,
} from './pricebook-requests.js';
import {
  toDiffResponse,
  toEntryChangeResponse,
  toEntryResponse,
  toVersionResponse,
  type PricebookDiffResponse,
  type PricebookEntryResponse,
  type PricebookResponse,
  type PricebookVersionResponse,
} from './pricebook-responses.js';

/** The commands behind these routes. */
export interface VersionRouteCommands {
  readonly open: OpenDraft;
  readonly change: ChangeDraft;
  readonly edit: EditEntries;
  readonly withdraw: WithdrawVersion;
}

/**
 * The number of a version, from 1.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 1000000
 */
export type PricebookVersionNumber = number;

@Route('v1/{tenant}/pos/pricebooks/{pricebookId}')
@Tags('Pricebooks')
export class PricebookVersionsController extends Controller {
  constructor(
    private readonly commands: VersionRouteCommands,
    private readonly views: PricebookViews,
  ) {
    super();
  }

  /** Changes priority, scope or rules of the draft. Prices stay until it is published. */
  @Patch('draft')
  @Security('pos', ['pricebooks:write'])
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_no_draft')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pricebook_invalid')
  changePricebookDraft(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: ChangeDraftRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), changes: termChangesFrom(body) };
    return answer(request, SHOWN_BOOK, (context) => this.commands.change.execute(context, command));
  }

  /** Sets and takes out entries of the draft, at most 5,000 at once; the others stay. All or nothing. */
  @Patch('draft/entries')
  @Security('pos', ['pricebooks:write'])
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_no_draft, pricebook_too_large')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pricebook_entries_invalid')
  editPricebookEntries(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: EditEntriesRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), editsFor: editsFrom(body, 'set'), replace: false };
    return answer(request, SHOWN_BOOK, (context) => this.commands.edit.execute(context, command));
  }

  /** Makes these, at most 5,000, all entries that the draft has. */
  @Put('draft/entries')
  @Security('pos', ['pricebooks:write'])
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_no_draft')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pricebook_entries_invalid')
  replacePricebookEntries(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: ReplaceEntriesRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const editsFor = editsFrom({ set: body.entries }, 'entries');
    const command = { ...onBook(pricebookId, request), editsFor, replace: true };
    return answer(request, SHOWN_BOOK, (context) => this.commands.edit.execute(context, command));
  }

  /** Begins a draft with the content of a version that is there. A pricebook has one draft at a time. */
  @Post('versions')
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(201)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_draft_exists')
  @Response<Problem>(412, 'version_mismatch')
  openPricebookDraft(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Body() body: OpenDraftRequest,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), from: body.from };
    return answer(request, { ...SHOWN_BOOK, status: 201 }, (context) => this.commands.open.execute(context, command));
  }

  /** Lists versions, the newest first. */
  @Get('versions')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'pricebook_not_found')
  async listPricebookVersions(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PricebookVersionResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const [after] = (page.after ?? []) as number[];
    const wanted = { limit: page.limit, after: after === undefined ? undefined : versionNumber(after) };
    const versions = await this.views.versions(request.context, pricebookId as PricebookId, wanted);
    return listResponse(versions, page.limit, toVersionResponse, ({ number }) => [number]);
  }

  /** Shows a version, whatever became of it. */
  @Get('versions/{number}')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  async showPricebookVersion(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Path() number: PricebookVersionNumber,
    @Request() request: PosRequest,
  ): Promise<PricebookVersionResponse> {
    return toVersionResponse(await this.views.version(request.context, pricebookId as PricebookId, number));
  }

  /** Gives a draft up, or a scheduled version before its time. Its content stays readable. */
  @Post('versions/{number}/withdraw')
  @Security('pos', ['pricebooks:write'])
  @SuccessResponse(200)
  @Response<Problem>(403, 'pricebook_outlets_restricted')
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  @Response<Problem>(409, 'pricebook_archived, pricebook_version_in_force, pricebook_version_released')
  @Response<Problem>(412, 'version_mismatch')
  withdrawPricebookVersion(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Path() number: PricebookVersionNumber,
    @Request() request: PosRequest,
  ): Promise<PricebookResponse> {
    const command = { ...onBook(pricebookId, request), number };
    return answer(request, SHOWN_BOOK, (context) => this.commands.withdraw.execute(context, command));
  }

  /** Lists the entries of a version by SKU. */
  @Get('versions/{number}/entries')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  async listPricebookEntries(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Path() number: PricebookVersionNumber,
    @Request() request: PosRequest,
    @Query() sku?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PricebookEntryResponse>> {
    const page = pageOf(limit, cursor, ['text']);
    const [after] = (page.after ?? []) as string[];
    const wanted = { sku, limit: page.limit, after };
    const entries = await this.views.entries(request.context, pricebookId as PricebookId, number, wanted);
    return listResponse(entries, page.limit, toEntryResponse, (entry) => [entry.sku]);
  }

  /** Shows what differs between two versions: priority, scope and rules, and page by page the entries that do. */
  @Get('diff')
  @Security('pos', ['pricebooks:read'])
  @Response<Problem>(404, 'pricebook_not_found, pricebook_version_not_found')
  async diffPricebookVersions(
    @Path('tenant') _tenant: string,
    @Path() pricebookId: Uuid,
    @Request() request: PosRequest,
    @Query() from: PricebookVersionNumber,
    @Query() to: PricebookVersionNumber,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<PricebookDiffResponse> {
    const page = pageOf(limit, cursor, ['text']);
    const [after] = (page.after ?? []) as string[];
    const numbers = { from, to };
    const wanted = { limit: page.limit, after };
    const diff = await this.views.entryChanges(request.context, pricebookId as PricebookId, numbers, wanted);
    const shown = listResponse(diff.changes, page.limit, toEntryChangeResponse, ({ sku }) => [sku]);
    return toDiffResponse(diff.from, diff.to, shown);
  }
}

const NUMBER_MAX = 1_000_000;

/** A cursor is data of ours that came back; whatever it says now, the database is asked for a number that it can hold. */
function versionNumber(after: number): number {
  return Math.min(Math.max(Math.trunc(after), 0), NUMBER_MAX);
}
