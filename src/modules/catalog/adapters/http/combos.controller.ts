import { Body, Controller, Delete, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { DefineCombo } from '../../application/define-combo.js';
import type { RemoveCombo } from '../../application/remove-combo.js';
import type { Combo } from '../../domain/combo.js';
import type { ItemId } from '../../domain/item.js';
import type { ChoiceViews } from '../../ports/choice-views.js';
import { comboFrom, toItemCombo, type ItemComboResponse, type PutItemComboRequest } from './combo-dto.js';

const SHOWN: Answer<Combo, ItemComboResponse> = { status: 200, render: toItemCombo, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/catalog/items/{itemId}/combo')
@Tags('Catalogue')
export class CombosController extends Controller {
  constructor(
    private readonly views: ChoiceViews,
    private readonly defineCombo: DefineCombo,
    private readonly removeCombo: RemoveCombo,
  ) {
    super();
  }

  /** Shows what is in a combo. */
  @Get()
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'item_not_found, combo_not_found')
  async showCombo(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ItemComboResponse> {
    return answered(request, SHOWN, await this.views.combo(request.context, itemId as ItemId));
  }

  /** Says what is in the combo that an item of kind `combo` is. The ETag is that of the combo, not the item's. */
  @Put()
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'item_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'combo_invalid')
  putCombo(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Body() body: PutItemComboRequest,
    @Request() request: PosRequest,
  ): Promise<ItemComboResponse> {
    const command = { itemId: itemId as ItemId, draft: comboFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.defineCombo.execute(context, command));
  }

  /** Takes away what is in a combo; its item cannot be sold until it has another. The answer is the combo as it was last. */
  @Delete()
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'item_not_found, combo_not_found')
  @Response<Problem>(412, 'version_mismatch')
  deleteCombo(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ItemComboResponse> {
    const command = { itemId: itemId as ItemId, expectedVersion: expectedVersion(request) };
    const shape: Answer<Combo, ItemComboResponse> = { status: 200, render: toItemCombo };
    return answer(request, shape, (context) => this.removeCombo.execute(context, command));
  }
}
