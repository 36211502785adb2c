import { Body, Controller, Get, Path, Put, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import {
  decimalFrom,
  timeFrom,
  type DecimalString,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { SayAvailability } from '../../application/say-availability.js';
import { availabilitySnapshot, type Availability, type AvailabilityDraft } from '../../domain/availability.js';
import type { AvailabilityViews } from '../../ports/availability.js';

/** Whether an outlet has an item. What is left out is not so. */
export interface PutAvailabilityRequest {
  /** False takes the item off. True alone lifts every restriction. */
  available: boolean;
  /**
   * Why, for the people at the tills.
   * @example "oven broken"
   */
  reason?: string | null;
  /** When it is there again by itself; only where it is not available. */
  until?: Timestamp | null;
  /**
   * How many are left from now on; sales count it down, and at zero the item is sold out.
   * @example "12"
   */
  remaining?: DecimalString | null;
}

/** Whether an outlet has an item, and how many of it. */
export interface AvailabilityResponse {
  id: Uuid;
  outletId: Uuid;
  sku: string;
  /** Whether it can be sold: not taken off, and not sold out. */
  available: boolean;
  /** Counted down to nothing. */
  soldOut: boolean;
  reason: string | null;
  until: Timestamp | null;
  /** How many are left; null is not counted. */
  remaining: DecimalString | null;
  changedBy: string;
  changedAt: Timestamp;
  /** @isInt */
  version: number;
}

const SHOWN: Answer<Availability, AvailabilityResponse> = {
  status: 200,
  render: toAvailabilityResponse,
  etag: ({ version }) => version,
};

/** What an outlet is out of ("86"), and what it counts down. What is not listed is available. */
@Route('v1/{tenant}/pos/outlets/{outletId}/availability')
@Tags('Catalogue')
export class AvailabilityController extends Controller {
  constructor(
    private readonly views: AvailabilityViews,
    private readonly sayAvailability: SayAvailability,
  ) {
    super();
  }

  /**
   * Lists the items that an outlet restricts, by SKU.
   * @param available true for those that can still be sold, false for those that cannot
   */
  @Get()
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async listAvailability(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() available?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<AvailabilityResponse>> {
    const page = pageOf(limit, cursor, ['text']);
    const [after] = (page.after ?? []) as string[];
    const asked = { limit: page.limit, after, available };
    const rows = await this.views.list(request.context, outletId as OutletId, asked);
    return listResponse(rows, page.limit, toAvailabilityResponse, ({ sku }) => [sku]);
  }

  /** Takes an item off at an outlet, puts it back, or counts it down. Sales that begin afterwards go by it. */
  @Put('{sku}')
  @Security('pos', ['availability:write'])
  @Response<Problem>(404, 'outlet_not_found, item_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'availability_invalid')
  putAvailability(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() sku: string,
    @Body() body: PutAvailabilityRequest,
    @Request() request: PosRequest,
  ): Promise<AvailabilityResponse> {
    const place = { outletId: outletId as OutletId, sku };
    const command = { ...place, draft: draftFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.sayAvailability.execute(context, command));
  }
}

function draftFrom({ available, reason, until, remaining }: PutAvailabilityRequest): AvailabilityDraft {
  return {
    available,
    reason: reason ?? null,
    until: until == null ? null : timeFrom(until, '/until'),
    remaining: remaining == null ? null : decimalFrom(remaining, '/remaining'),
  };
}

function toAvailabilityResponse(state: Availability): AvailabilityResponse {
  return { ...availabilitySnapshot(state) };
}
