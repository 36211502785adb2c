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
import type { IdSource } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue } from '../../../../platform/http/values.js';
import type { AdjustPoints } from '../../application/adjust-points.js';
import type { ChangeMember } from '../../application/change-member.js';
import type { EnrolMember } from '../../application/enrol-member.js';
import type { SetProgramme } from '../../application/set-programme.js';
import type { LoyaltyRefusal } from '../../domain/loyalty-refusal.js';
import type { Entry, Member, MemberId } from '../../domain/membership.js';
import type { Programme } from '../../domain/programme.js';
import type { LoyaltyRepository } from '../../ports/loyalty-repository.js';
import type { LoyaltyViews } from '../../ports/loyalty-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  toEntryResponse,
  toMemberResponse,
  toProgrammeResponse,
  type AdjustPointsRequest,
  type ChangeMemberRequest,
  type EnrolRequest,
  type MemberResponse,
  type PointEntryResponse,
  type ProgrammeRequest,
  type ProgrammeResponse,
} from './loyalty-dto.js';

/** What the routes do. */
export interface LoyaltyUseCases {
  readonly setProgramme: SetProgramme;
  readonly enrol: Pick<EnrolMember, 'execute'>;
  readonly change: Pick<ChangeMember, 'execute'>;
  readonly adjust: Pick<AdjustPoints, 'execute'>;
}

const PROGRAMME: Answer<Programme, ProgrammeResponse> = {
  status: 200,
  render: toProgrammeResponse,
  etag: ({ version }) => version,
};
const MEMBER: Answer<Member, MemberResponse> = {
  status: 200,
  render: (member) => toMemberResponse(member, undefined),
  etag: ({ version }) => version,
};
const ENTRY: Answer<Entry, PointEntryResponse> = { status: 201, render: toEntryResponse };
const SEARCH_MAX = 100;

@Route('v1/{tenant}/pos/loyalty')
@Tags('Loyalty')
export class LoyaltyController extends Controller {
  constructor(
    private readonly useCases: LoyaltyUseCases,
    private readonly transactor: Transactor,
    private readonly loyalty: LoyaltyRepository,
    private readonly views: LoyaltyViews,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Shows how points are earned and what they are worth. */
  @Get('programme')
  @Security('pos', ['loyalty:read'])
  @Response<Problem>(409, 'loyalty_not_configured')
  async programme(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<ProgrammeResponse> {
    const programme = await this.transactor.read(request.context, (tx) => this.loyalty.programme(tx));
    if (programme === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_not_configured');
    return answered(request, PROGRAMME, programme);
  }

  /** Sets how points are earned and what they are worth. Points that were earned before stay as many. */
  @Put('programme')
  @Security('pos', ['loyalty:manage'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'loyalty_programme_invalid')
  setProgramme(
    @Path('tenant') _tenant: string,
    @Body() body: ProgrammeRequest,
    @Request() request: PosRequest,
  ): Promise<ProgrammeResponse> {
    const expected = expectedVersion(request);
    return answer(request, PROGRAMME, (context) =>
      this.useCases.setProgramme.execute(context, { ...body, active: body.active ?? true }, expected),
    );
  }

  /**
   * Lists members, newest first.
   * @param q part of a customer's id
   */
  @Get('members')
  @Security('pos', ['loyalty:read'])
  async members(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() group?: string,
    @Query() status?: 'active' | 'closed',
    @Query() q?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<MemberResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    for (const [name, text] of Object.entries({ group, q }))
      if (text !== undefined && (text.length > SEARCH_MAX || text.includes('\0')))
        throw badValue(`/query/${name}`, `must be at most ${SEARCH_MAX} characters of text`);
    const after = page.after as [string, string] | undefined;
    const query = {
      ...(group !== undefined && { group }),
      ...(status !== undefined && { status }),
      ...(q !== undefined && { q }),
      ...(after !== undefined && { after }),
      limit: page.limit,
    };
    const [rows, programme] = await this.transactor.read(request.context, async (tx) => {
      return [await this.views.members(tx, query), await this.loyalty.programme(tx)] as const;
    });
    return listResponse(
      rows,
      page.limit,
      (member) => toMemberResponse(member, programme),
      ({ enrolledAt, id }) => [enrolledAt.toISOString(), id],
    );
  }

  /** Takes a customer into the programme. */
  @Post('members')
  @Security('pos', ['loyalty:enrol'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(409, 'loyalty_member_exists, loyalty_kept_elsewhere')
  @Response<Problem>(422, 'loyalty_member_invalid')
  @Response<Problem>(503, 'loyalty_service_away')
  enrol(@Path() tenant: string, @Body() body: EnrolRequest, @Request() request: PosRequest): Promise<MemberResponse> {
    const { id, customerId, groups = [], entitlements = [] } = body;
    // Groups decide prices: whoever enrols at the till gives none.
    if (groups.length + entitlements.length > 0 && !request.context.principal.permissions.has('loyalty:manage'))
      throw new Refusal('permission_missing', { permission: 'loyalty:manage' });
    const enrolment = { id: (id ?? this.ids.next()) as MemberId, customerId, groups, entitlements };
    const location = (): string => `/v1/${tenant}/pos/loyalty/members/${encodeURIComponent(customerId)}`;
    return answer(request, { ...MEMBER, status: 201, location }, (context) =>
      this.useCases.enrol.execute(context, enrolment),
    );
  }

  /** Shows a member, by the customer's id, with the balance and its worth today. */
  @Get('members/{customerId}')
  @Security('pos', ['loyalty:read'])
  @Response<Problem>(404, 'loyalty_not_enrolled')
  async member(
    @Path('tenant') _tenant: string,
    @Path() customerId: string,
    @Request() request: PosRequest,
  ): Promise<MemberResponse> {
    const [member, programme] = await this.transactor.read(request.context, async (tx) => {
      return [await this.loyalty.find(tx, customerId), await this.loyalty.programme(tx)] as const;
    });
    if (member === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_not_enrolled', { customerId });
    return answered(request, { ...MEMBER, render: (found: Member) => toMemberResponse(found, programme) }, member);
  }

  /** Changes what a member belongs to and is entitled to, closes the membership or opens it again. */
  @Patch('members/{customerId}')
  @Security('pos', ['loyalty:manage'])
  @Response<Problem>(404, 'loyalty_not_enrolled')
  @Response<Problem>(409, 'loyalty_kept_elsewhere')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'loyalty_member_invalid')
  change(
    @Path('tenant') _tenant: string,
    @Path() customerId: string,
    @Body() body: ChangeMemberRequest,
    @Request() request: PosRequest,
  ): Promise<MemberResponse> {
    const expected = expectedVersion(request);
    const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return answer(request, MEMBER, (context) => this.useCases.change.execute(context, customerId, changes, expected));
  }

  /** Lists the movements of a member's points, newest first. */
  @Get('members/{customerId}/entries')
  @Security('pos', ['loyalty:read'])
  @Response<Problem>(404, 'loyalty_not_enrolled')
  async entries(
    @Path('tenant') _tenant: string,
    @Path() customerId: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PointEntryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const rows = await this.transactor.read(request.context, async (tx) => {
      if ((await this.loyalty.find(tx, customerId)) === undefined)
        throw new Refusal<LoyaltyRefusal>('loyalty_not_enrolled', { customerId });
      return this.views.entries(tx, customerId, page.limit, page.after as [string, string] | undefined);
    });
    return listResponse(rows, page.limit, toEntryResponse, ({ at, id }) => [at.toISOString(), id]);
  }

  /** Gives or takes points by hand, with a reason. */
  @Post('members/{customerId}/adjustments')
  @Security('pos', ['loyalty:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'loyalty_not_enrolled')
  @Response<Problem>(409, 'loyalty_kept_elsewhere')
  @Response<Problem>(422, 'loyalty_points_too_low, card_data_not_allowed')
  adjust(
    @Path('tenant') _tenant: string,
    @Path() customerId: string,
    @Body() body: AdjustPointsRequest,
    @Request() request: PosRequest,
  ): Promise<PointEntryResponse> {
    const { points, reason } = body;
    this.screen(reason, '/reason');
    if (points === 0) throw badValue('/points', 'must not be zero');
    return answer(request, ENTRY, (context) => this.useCases.adjust.execute(context, customerId, points, reason));
  }
}
