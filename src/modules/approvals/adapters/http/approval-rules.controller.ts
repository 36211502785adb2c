import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom } from '../../../../platform/http/values.js';
import type { SetApprovalRule } from '../../application/set-approval-rule.js';
import { ACTIONS } from '../../domain/act.js';
import { NO_RULE, type ApprovalRule, type ApprovalRuleDraft } from '../../domain/approval-rule.js';
import {
  toRuleResponse,
  type ApprovalActionDto,
  type ApprovalRuleResponse,
  type ApprovalRulesResponse,
  type PutApprovalRuleRequest,
} from './approval-dtos.js';

@Route('v1/{tenant}/pos/approval-rules')
@Tags('Approvals')
export class ApprovalRulesController extends Controller {
  constructor(private readonly setApprovalRule: SetApprovalRule) {
    super();
  }

  /** Shows what the business says of every act: whether it takes a second person, and which reasons count. */
  @Get()
  @Security('pos', ['orders:read'])
  async list(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<ApprovalRulesResponse> {
    const rules = await this.setApprovalRule.show(request.context);
    return { data: ACTIONS.map((action) => toRuleResponse(action, rules.get(action) ?? NO_RULE)) };
  }

  /** Shows what the business says of one act. */
  @Get('{action}')
  @Security('pos', ['orders:read'])
  async show(
    @Path('tenant') _tenant: string,
    @Path() action: ApprovalActionDto,
    @Request() request: PosRequest,
  ): Promise<ApprovalRuleResponse> {
    const rule = (await this.setApprovalRule.show(request.context)).get(action) ?? NO_RULE;
    return answered(request, shown(action), rule);
  }

  /** Says when an act takes a second person, and which reasons count. */
  @Put('{action}')
  @Security('pos', ['approvals:manage'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'approval_rule_invalid, unknown_currency, card_data_not_allowed')
  put(
    @Path('tenant') _tenant: string,
    @Path() action: ApprovalActionDto,
    @Body() body: PutApprovalRuleRequest,
    @Request() request: PosRequest,
  ): Promise<ApprovalRuleResponse> {
    const command = { action, draft: draftFrom(body), expectedVersion: expectedVersion(request) };
    return answer(request, shown(action), (context) => this.setApprovalRule.execute(context, command));
  }
}

function draftFrom({ secondPerson, limits = [], reasonRequired = false, reasons = [] }: PutApprovalRuleRequest) {
  const read = limits.map((limit, index) => moneyFrom(limit, `/limits/${index}`));
  return { secondPerson, limits: read, reasonRequired, reasons };
}

type Shown = ApprovalRuleDraft & Partial<ApprovalRule>;

function shown(action: ApprovalActionDto): Answer<Shown, ApprovalRuleResponse> {
  return { status: 200, render: (rule) => toRuleResponse(action, rule), etag: ({ version = 0 }) => version };
}
