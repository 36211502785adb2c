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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { ManagePlans, PlanChanges } from '../../application/manage-plans.js';
import type { PlanBook } from '../../application/plan-book.js';
import type { Plan } from '../../domain/plan.js';
import {
  termsFrom,
  toPlanResponse,
  type ChangePlanRequest,
  type CreatePlanRequest,
  type PlanCode,
  type PlanResponse,
} from './plan-dtos.js';

const SHOWN: Answer<Plan, PlanResponse> = { status: 200, render: toPlanResponse, etag: ({ version }) => version };
const CREATED: Answer<Plan, PlanResponse> = {
  ...SHOWN,
  status: 201,
  location: ({ terms }) => `/v1/platform/plans/${terms.code}`,
};

@Route('v1/platform/plans')
@Tags('Platform')
export class PlansController extends Controller {
  constructor(
    private readonly plans: ManagePlans,
    private readonly book: PlanBook,
  ) {
    super();
  }

  /** Lists the plans that the vendor sells or has sold, by code. */
  @Get()
  @Security('pos', ['businesses:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Request() request: PosRequest,
    @Query() archived?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PlanResponse>> {
    void request;
    const page = pageOf(limit, cursor, ['text']);
    const [after = ''] = (page.after ?? []) as string[];
    const plans = (await this.book.all()).filter(
      (plan) => plan.terms.code > after && (archived === undefined || plan.archived === archived),
    );
    return listResponse(plans, page.limit, toPlanResponse, ({ terms }) => [terms.code]);
  }

  /** Shows a plan. */
  @Get('{code}')
  @Security('pos', ['businesses:read'])
  @Response<Problem>(404, 'plan_not_found')
  async show(@Path() code: PlanCode, @Request() request: PosRequest): Promise<PlanResponse> {
    return answered(request, SHOWN, await this.book.get(code));
  }

  /** Makes a plan that businesses can be given. */
  @Post()
  @Security('pos', ['plans:manage'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'plan_code_taken')
  @Response<Problem>(422, 'plan_invalid')
  create(@Body() body: CreatePlanRequest, @Request() request: PosRequest): Promise<PlanResponse> {
    return answer(request, CREATED, (context) => this.plans.create(context, termsFrom(body)));
  }

  /** Changes what is sold from now on. Who has the plan keeps the terms of the day they got it, until it is assigned again. */
  @Patch('{code}')
  @Security('pos', ['plans:manage'])
  @Response<Problem>(404, 'plan_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'plan_invalid')
  change(
    @Path() code: PlanCode,
    @Body() body: ChangePlanRequest,
    @Request() request: PosRequest,
  ): Promise<PlanResponse> {
    const expected = expectedVersion(request);
    const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as PlanChanges;
    return answer(request, SHOWN, (context) =>
      this.plans.change(context, code, changes, (version) => assertVersion(expected, version)),
    );
  }

  /** Stops selling a plan. Who has it keeps it. */
  @Post('{code}/archive')
  @Security('pos', ['plans:manage'])
  @Response<Problem>(404, 'plan_not_found')
  @Response<Problem>(409, 'plan_archived')
  archive(@Path() code: PlanCode, @Request() request: PosRequest): Promise<PlanResponse> {
    return answer(request, SHOWN, (context) => this.plans.archive(context, code, true));
  }

  /** Sells an archived plan again. */
  @Post('{code}/unarchive')
  @Security('pos', ['plans:manage'])
  @Response<Problem>(404, 'plan_not_found')
  @Response<Problem>(409, 'plan_not_archived')
  unarchive(@Path() code: PlanCode, @Request() request: PosRequest): Promise<PlanResponse> {
    return answer(request, SHOWN, (context) => this.plans.archive(context, code, false));
  }
}
