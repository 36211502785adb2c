import { Controller, Get, Path, Post, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { AppliedTemplate, ApplyRoleTemplate } from '../../application/apply-role-template.js';
import { ROLE_TEMPLATES } from '../../domain/role-templates.js';
import { toApplied, toTemplate, type AppliedRoleTemplateResponse, type RoleTemplatesResponse } from './role-dtos.js';

const APPLIED: Answer<AppliedTemplate, AppliedRoleTemplateResponse> = { status: 200, render: toApplied };

@Route('v1/{tenant}/pos/role-templates')
@Tags('Access')
export class RoleTemplatesController extends Controller {
  constructor(private readonly apply: ApplyRoleTemplate) {
    super();
  }

  /** Lists the templates: roles that a kind of business usually wants. */
  @Get()
  @Security('pos', ['roles:read'])
  listRoleTemplates(@Path('tenant') _tenant: string, @Request() _request: PosRequest): Promise<RoleTemplatesResponse> {
    return Promise.resolve({ data: ROLE_TEMPLATES.map(toTemplate) });
  }

  /** Makes the roles of a template that you do not have yet. Those that you have are left as they are. */
  @Post('{code}/apply')
  @Security('pos', ['roles:manage'])
  @Response<Problem>(403, 'role_exceeds_caller')
  @Response<Problem>(404, 'role_template_not_found')
  @Response<Problem>(409, 'too_many_roles')
  applyRoleTemplate(
    @Path('tenant') _tenant: string,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<AppliedRoleTemplateResponse> {
    return answer(request, APPLIED, (context) => this.apply.execute(context, code));
  }
}
