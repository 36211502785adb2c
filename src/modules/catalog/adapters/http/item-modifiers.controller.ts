import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { AttachModifierGroups } from '../../application/attach-modifier-groups.js';
import type { ItemId } from '../../domain/item.js';
import type { AttachmentList } from '../../domain/modifier-attachment.js';
import type { ChoiceViews } from '../../ports/choice-views.js';
import {
  attachmentsFrom,
  toAttachmentsResponse,
  toItemModifiers,
  type ItemModifiersResponse,
  type ModifierAttachmentsResponse,
  type PutModifierAttachmentsRequest,
} from './modifier-attachment-dto.js';

/** How what is attached is shown, by items and by categories. */
export const ATTACHMENTS_SHOWN: Answer<Omit<AttachmentList, 'id'>, ModifierAttachmentsResponse> = {
  status: 200,
  render: toAttachmentsResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/catalog/items/{itemId}')
@Tags('Catalogue')
export class ItemModifiersController extends Controller {
  constructor(
    private readonly views: ChoiceViews,
    private readonly attachGroups: AttachModifierGroups,
  ) {
    super();
  }

  /** Shows all that is offered with an item, as a screen needs it: by its category, the item that it is a variant of, and itself. */
  @Get('modifiers')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'item_not_found')
  async showItemModifiers(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ItemModifiersResponse> {
    return toItemModifiers(await this.views.offered(request.context, itemId as ItemId));
  }

  /** Shows which modifier groups are attached to the item itself. */
  @Get('modifier-groups')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'item_not_found')
  async showItemModifierGroups(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ModifierAttachmentsResponse> {
    return answered(request, ATTACHMENTS_SHOWN, await this.views.attachedToItem(request.context, itemId as ItemId));
  }

  /** Attaches modifier groups to an item, in place of those that were. The ETag is that of this list, not the item's. */
  @Put('modifier-groups')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'item_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'modifier_attachments_invalid')
  putItemModifierGroups(
    @Path('tenant') _tenant: string,
    @Path() itemId: Uuid,
    @Body() body: PutModifierAttachmentsRequest,
    @Request() request: PosRequest,
  ): Promise<ModifierAttachmentsResponse> {
    const target = { itemId: itemId as ItemId, category: null };
    const command = { target, groups: attachmentsFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, ATTACHMENTS_SHOWN, (context) => this.attachGroups.execute(context, command));
  }
}
