import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { AttachModifierGroups } from '../../application/attach-modifier-groups.js';
import type { ChoiceViews } from '../../ports/choice-views.js';
import { ATTACHMENTS_SHOWN } from './item-modifiers.controller.js';
import {
  attachmentsFrom,
  type ModifierAttachmentsResponse,
  type PutModifierAttachmentsRequest,
} from './modifier-attachment-dto.js';

@Route('v1/{tenant}/pos/catalog/categories/{category}/modifier-groups')
@Tags('Catalogue')
export class CategoryModifiersController extends Controller {
  constructor(
    private readonly views: ChoiceViews,
    private readonly attachGroups: AttachModifierGroups,
  ) {
    super();
  }

  /**
   * Shows which modifier groups are attached to all items of a category.
   * @param category its name, percent-encoded
   */
  @Get()
  @Security('pos', ['catalog:read'])
  async showCategoryModifierGroups(
    @Path('tenant') _tenant: string,
    @Path() category: string,
    @Request() request: PosRequest,
  ): Promise<ModifierAttachmentsResponse> {
    return answered(request, ATTACHMENTS_SHOWN, await this.views.attachedToCategory(request.context, category));
  }

  /**
   * Attaches modifier groups to all items of a category, those that come later too, in place of the groups that were.
   * @param category its name, percent-encoded; it need not have items yet
   */
  @Put()
  @Security('pos', ['catalog:write'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'modifier_attachments_invalid')
  putCategoryModifierGroups(
    @Path('tenant') _tenant: string,
    @Path() category: string,
    @Body() body: PutModifierAttachmentsRequest,
    @Request() request: PosRequest,
  ): Promise<ModifierAttachmentsResponse> {
    const target = { itemId: null, category };
    const command = { target, groups: attachmentsFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, ATTACHMENTS_SHOWN, (context) => this.attachGroups.execute(context, command));
  }
}
