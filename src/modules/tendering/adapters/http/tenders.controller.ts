import {
  Body,
  Controller,
  Delete,
  Get,
  Path,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import { mayActFor } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { SetTender } from '../../application/set-tender.js';
import type { TenderBoard } from '../../application/tender-board.js';
import type { TenderSetting } from '../../domain/tender-setting.js';
import type { TenderingRefusal } from '../../domain/tendering-refusal.js';
import type { TenderRepository } from '../../ports/tender-repository.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  tenderFrom,
  toEffectiveTenders,
  toTenderSetting,
  type EffectiveTendersResponse,
  type PutTenderRequest,
  type TenderSettingResponse,
} from './tender-dto.js';

const SETTING: Answer<TenderSetting, TenderSettingResponse> = {
  status: 200,
  render: toTenderSetting,
  etag: ({ version }) => version,
};
const REMOVED: Answer<TenderSetting, TenderSettingResponse> = { status: 200, render: toTenderSetting };

/** How tenders are taken: an outlet's own settings hold before the tenant's, those before the built-in ones. */
@Route('v1/{tenant}/pos')
@Tags('Tenders')
export class TendersController extends Controller {
  constructor(
    private readonly transactor: Transactor,
    private readonly board: TenderBoard,
    private readonly tenders: TenderRepository,
    private readonly setTender: SetTender,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Shows the tenders of an outlet, on and off, and by what rules they are taken. They are switched on and off with `tenders` of
   * the outlet.
   */
  @Get('tenders')
  @Security('pos', ['tenders:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async list(
    @Path('tenant') _tenant: string,
    @Query() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<EffectiveTendersResponse> {
    const id = outletId as OutletId;
    const { context } = request;
    const shown = mayActFor(context.principal, id)
      ? await this.transactor.read(context, (tx) => this.board.at(tx, id))
      : undefined;
    if (shown === undefined) throw new Refusal('outlet_not_found', { outletId });
    return toEffectiveTenders(id, shown);
  }

  /** Shows the settings of a tender that hold at all outlets which have none of their own. */
  @Get('tenders/{code}')
  @Security('pos', ['tenders:read'])
  @Response<Problem>(404, 'tender_not_found')
  show(
    @Path('tenant') _tenant: string,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.shown(request, code, null);
  }

  /** Sets how a tender is taken at all outlets that have no settings of their own. Payments from now on are taken so. */
  @Put('tenders/{code}')
  @Security('pos', ['tenders:write'])
  @Response<Problem>(403, 'outlets_restricted')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'tender_invalid, card_data_not_allowed')
  put(
    @Path('tenant') _tenant: string,
    @Path() code: string,
    @Body() body: PutTenderRequest,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.set(request, code, null, body);
  }

  /** Takes the settings away: the tender is taken as it is built in. */
  @Delete('tenders/{code}')
  @Security('pos', ['tenders:write'])
  @Response<Problem>(403, 'outlets_restricted')
  @Response<Problem>(404, 'tender_not_found')
  @Response<Problem>(412, 'version_mismatch')
  remove(
    @Path('tenant') _tenant: string,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.takeAway(request, code, null);
  }

  /** Shows an outlet's own settings of a tender. */
  @Get('outlets/{outletId}/tenders/{code}')
  @Security('pos', ['tenders:read'])
  @Response<Problem>(404, 'outlet_not_found, tender_not_found')
  showOverride(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.shown(request, code, outletId);
  }

  /** Sets how one outlet takes a tender. */
  @Put('outlets/{outletId}/tenders/{code}')
  @Security('pos', ['tenders:write'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'tender_invalid, card_data_not_allowed')
  putOverride(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Body() body: PutTenderRequest,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.set(request, code, outletId, body);
  }

  /** Takes an outlet's own settings away: those of the tenant hold again. */
  @Delete('outlets/{outletId}/tenders/{code}')
  @Security('pos', ['tenders:write'])
  @Response<Problem>(404, 'outlet_not_found, tender_not_found')
  @Response<Problem>(412, 'version_mismatch')
  removeOverride(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<TenderSettingResponse> {
    return this.takeAway(request, code, outletId);
  }

  private async shown(request: PosRequest, code: string, outletId: Uuid | null): Promise<TenderSettingResponse> {
    const { context } = request;
    if (outletId !== null && !mayActFor(context.principal, outletId))
      throw new Refusal('outlet_not_found', { outletId });
    const all = await this.transactor.read(context, (tx) => this.tenders.all(tx));
    const found = all.find((setting) => setting.code === code && setting.outletId === outletId);
    if (found === undefined) throw new Refusal<TenderingRefusal>('tender_not_found', { code, outletId });
    return answered(request, SETTING, found);
  }

  private set(
    request: PosRequest,
    code: string,
    outletId: Uuid | null,
    body: PutTenderRequest,
  ): Promise<TenderSettingResponse> {
    this.screen.assertHarmless(body.name, '/name');
    const draft = tenderFrom(body);
    const place = { code, outletId: outletId as OutletId | null, expectedVersion: expectedVersion(request) };
    return answer(request, SETTING, (context) => this.setTender.execute(context, place, draft));
  }

  private takeAway(request: PosRequest, code: string, outletId: Uuid | null): Promise<TenderSettingResponse> {
    const place = { code, outletId: outletId as OutletId | null, expectedVersion: expectedVersion(request) };
    return answer(request, REMOVED, (context) => this.setTender.remove(context, place));
  }
}
