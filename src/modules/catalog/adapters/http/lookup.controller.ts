import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyDto, type DecimalString, type MoneyDto, type Uuid } from '../../../../platform/http/values.js';
import type { LookUpItem } from '../../application/look-up-item.js';
import { shownQuantity, type ScannedItem } from '../../domain/scanned-item.js';
import { toItemResponse, type ItemResponse } from './item-dto.js';

/**
 * A code as a scanner sends it, with or without the symbology's name before it, or as somebody keys it.
 * @minLength 1
 * @maxLength 1000
 */
export type ScannedCode = string;

/** What a code means at an outlet. */
export interface LookupResponse {
  item: ItemResponse;
  /**
   * How much of the item, in its unit; `1` for a code that says nothing of it. Null for a label with a price that no
   * quantity at the list price comes to: sell it at `price`; and for one without a weight: weigh it.
   */
  quantity: DecimalString | null;
  /** What is to be paid for it, where the code says so. */
  price: MoneyDto | null;
  /** What kind of code it is: a label of the outlet's scales, a GS1 element string, or plain. */
  source: 'plain' | 'label' | 'element_string';
  /** By what the item was found. */
  foundBy: 'barcode' | 'plu' | 'sku';
  /** `none`: the code has none, so a slip of the keys would not show. */
  checkDigit: 'valid' | 'none';
  batch: string | null;
  serial: string | null;
  /** The last day on which it may be sold or used, `YYYY-MM-DD`. */
  expiresOn: string | null;
}

@Route('v1/{tenant}/pos/catalog/lookup')
@Tags('Catalogue')
export class LookupController extends Controller {
  constructor(private readonly lookUpItem: LookUpItem) {
    super();
  }

  /**
   * Finds the item that a code means: by barcode (EAN-8, EAN-13, UPC-A, UPC-E, GTIN-14), GS1 element string, label of the
   * outlet's scales, PLU, or SKU.
   * @param outletId whose scales printed it, and whose currency its price is in
   */
  @Get()
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'item_not_found, outlet_not_found')
  @Response<Problem>(
    422,
    'barcode_check_digit_wrong, barcode_value_check_digit_wrong, barcode_unreadable, barcode_names_no_item, barcode_measure_mismatch',
  )
  async lookUpItemByCode(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() code: ScannedCode,
    @Query() outletId: Uuid,
  ): Promise<LookupResponse> {
    const command = { code, outletId: outletId as OutletId };
    return toLookupResponse(await this.lookUpItem.execute(request.context, command));
  }
}

function toLookupResponse(scanned: ScannedItem): LookupResponse {
  const { item, foundBy, kind, price, checkDigit, batch, serial, expiresOn } = scanned;
  return {
    item: toItemResponse(item),
    quantity: shownQuantity(scanned),
    price: price === null ? null : moneyDto(price),
    source: kind,
    foundBy,
    checkDigit,
    batch,
    serial,
    expiresOn,
  };
}
