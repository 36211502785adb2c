import {
  Body,
  Controller,
  Delete,
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
import type { IdSource } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { AddItem } from '../../application/add-item.js';
import type { ChangeItem } from '../../application/change-item.js';
import type { DeleteItem } from '../../application/delete-item.js';
import type { PutItem } from '../../application/put-item.js';
import type { Item, ItemId } from '../../domain/item.js';
import type { ItemViews } from '../../ports/catalog-views.js';
import {
  changesFrom,
  detailsFrom,
  toItemResponse,
  type AddItemRequest,
  type ChangeItemRequest,
  type ItemKindDto,
  type ItemResponse,
  type PutItemRequest,
} from './item-dto.js';

const SHOWN: Answer<Item, ItemResponse> = { status: 200, render: toItemResponse, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/catalog/items')
@Tags('Catalogue')
export class ItemsController extends Controller {
  constructor(
    private readonly views: ItemViews,
    private readonly addItem: AddItem,
    private readonly changeItem: ChangeItem,
    private readonly putItem: PutItem,
    private readonly deleteItem: DeleteItem,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /**
   * Lists items by name.
   * @param q part of name, SKU or barcode, whatever the letter case
   * @param barcode one of an item's barcodes, with or without zeros before it
   * @param plu with or without zeros before it
   * @param variantOf the SKU of the item that stands for all variants
   * @param deleted true for deleted items only, which are left out otherwise
   */
  @Get()
  @Security('pos', ['catalog:read'])
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() q?: string,
    @Query() sku?: string,
    @Query() barcode?: string,
    @Query() category?: string,
    @Query() active?: boolean,
    @Query() kind?: ItemKindDto,
    @Query() plu?: string,
    @Query() variantOf?: string,
    @Query() deleted?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ItemResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const items = await this.views.items(request.context, {
      q,
      sku,
      barcode,
      category,
      active,
      kind,
      plu,
      variantOf,
      deleted,
      limit: page.limit,
      after,
    });
    return listResponse(items, page.limit, toItemResponse, ({ name, id }) => [name, id]);
  }

  /** Adds an item. */
  @Post()
  @Security('pos', ['catalog:write'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'item_id_taken, sku_taken, barcode_taken, plu_taken')
  @Response<Problem>(422, 'item_invalid')
  add(@Path() tenant: string, @Body() body: AddItemRequest, @Request() request: PosRequest): Promise<ItemResponse> {
    const { id, ...details } = body;
    const command = { itemId: (id as ItemId | undefined) ?? this.ids.next<'item'>(), details: detailsFrom(details) };
    const location = (item: Item): string => `/v1/${tenant}/pos/catalog/items/${item.id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.addItem.execute(context, command));
  }

  /** Shows an item. */
  @Get('{itemId}')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'item_not_found')
  async show(@Path() tenant: string, @Path() itemId: Uuid, @Request() request: PosRequest): Promise<ItemResponse> {
    void tenant;
    return answered(request, SHOWN, await this.views.item(request.context, itemId as ItemId));
  }

  /** Adds an item under an id of the caller's, or makes the one that is there the same as the body. */
  @Put('{itemId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(409, 'sku_taken, barcode_taken, plu_taken, item_deleted')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'item_invalid')
  put(
    @Path() tenant: string,
    @Path() itemId: Uuid,
    @Body() body: PutItemRequest,
    @Request() request: PosRequest,
  ): Promise<ItemResponse> {
    void tenant;
    const command = { itemId: itemId as ItemId, details: detailsFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.putItem.execute(context, command));
  }

  /** Changes an item; `active: false` takes it off sale. */
  @Patch('{itemId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'item_not_found')
  @Response<Problem>(409, 'sku_taken, barcode_taken, plu_taken, item_deleted')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'item_invalid')
  change(
    @Path() tenant: string,
    @Path() itemId: Uuid,
    @Body() body: ChangeItemRequest,
    @Request() request: PosRequest,
  ): Promise<ItemResponse> {
    void tenant;
    const command = { itemId: itemId as ItemId, changes: changesFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.changeItem.execute(context, command));
  }

  /**
   * Deletes an item: it cannot be sold or found any more. It keeps its SKU, by which prices and past sales know it; its barcodes
   * and its PLU are free for others.
   */
  @Delete('{itemId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'item_not_found')
  @Response<Problem>(412, 'version_mismatch')
  remove(@Path() tenant: string, @Path() itemId: Uuid, @Request() request: PosRequest): Promise<ItemResponse> {
    void tenant;
    const command = { itemId: itemId as ItemId, expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.deleteItem.delete(context, command));
  }

  /** Brings a deleted item back as it was. */
  @Post('{itemId}/restore')
  @Security('pos', ['catalog:write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'item_not_found')
  @Response<Problem>(409, 'barcode_taken, plu_taken')
  @Response<Problem>(412, 'version_mismatch')
  restore(@Path() tenant: string, @Path() itemId: Uuid, @Request() request: PosRequest): Promise<ItemResponse> {
    void tenant;
    const command = { itemId: itemId as ItemId, expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.deleteItem.restore(context, command));
  }
}
