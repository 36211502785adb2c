import {
  Body,
  Controller,
  Delete,
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
import type { ChangeRole, VersionCheck } from '../../application/change-role.js';
import type { CreateRole } from '../../application/create-role.js';
import type { KnownRole, ListRoles } from '../../application/list-roles.js';
import type { Permission } from '../../domain/permissions.js';
import type { OwnRole } from '../../domain/role.js';
import {
  changesFrom,
  creationFrom,
  toOwnRole,
  toRoleResponse,
  type ChangeRoleRequest,
  type CreateRoleRequest,
  type AuditReason,
  type RoleCode,
  type RoleResponse,
} from './role-dtos.js';

const OWN: Answer<OwnRole, RoleResponse> = { status: 200, render: toOwnRole, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/roles')
@Tags('Access')
export class RolesController extends Controller {
  constructor(
    private readonly createRole: CreateRole,
    private readonly changeRole: ChangeRole,
    private readonly roles: ListRoles,
  ) {
    super();
  }

  /**
   * Lists roles by their codes: those that every business has, and your own.
   * @param builtIn true: only those that every business has; false: only your own
   * @param permission only roles that hold it
   * @param q part of the code or of the name
   */
  @Get()
  @Security('pos', ['roles:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listRoles(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() builtIn?: boolean,
    @Query() permission?: Permission,
    @Query() q?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<RoleResponse>> {
    const page = pageOf(limit, cursor, ['text']);
    const after = page.after && String(page.after[0]);
    const roles = await this.roles.execute(request.context.tenantId, { builtIn, permission, q }, after);
    return listResponse(roles, page.limit, toRoleResponse, ({ code }) => [code]);
  }

  /** Makes a role of your own, from nothing or as a copy of another. It allows no more than you may yourself. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['roles:manage'])
  @Response<Problem>(403, 'role_exceeds_caller')
  @Response<Problem>(409, 'role_already_exists, role_built_in, too_many_roles')
  @Response<Problem>(
    422,
    'role_base_unknown, role_permission_reserved, role_without_permissions, card_data_not_allowed',
  )
  createOwnRole(
    @Path() tenant: string,
    @Body() body: CreateRoleRequest,
    @Request() request: PosRequest,
  ): Promise<RoleResponse> {
    const command = creationFrom(body);
    const location = ({ code }: OwnRole): string => `/v1/${tenant}/pos/roles/${code}`;
    return answer(request, { ...OWN, status: 201, location }, (context) => this.createRole.execute(context, command));
  }

  /** Shows a role. */
  @Get('{code}')
  @Security('pos', ['roles:read'])
  @Response<Problem>(404, 'role_not_found')
  async showRole(
    @Path('tenant') _tenant: string,
    @Path() code: RoleCode,
    @Request() request: PosRequest,
  ): Promise<RoleResponse> {
    const role = await this.roles.one(request.context.tenantId, code);
    const shown: Answer<KnownRole, RoleResponse> = { status: 200, render: toRoleResponse };
    return answered(request, role.builtIn ? shown : { ...shown, etag: () => role.version }, role);
  }

  /** Changes what a role of your own allows or says, at once for everybody who has it. Built-in roles stay as they are. */
  @Patch('{code}')
  @Security('pos', ['roles:manage'])
  @Response<Problem>(403, 'role_exceeds_caller')
  @Response<Problem>(404, 'role_not_found')
  @Response<Problem>(409, 'role_built_in')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'role_permission_reserved, card_data_not_allowed')
  changeOwnRole(
    @Path('tenant') _tenant: string,
    @Path() code: RoleCode,
    @Body() body: ChangeRoleRequest,
    @Request() request: PosRequest,
  ): Promise<RoleResponse> {
    const command = { ...commandOf(code, body.reason, request), changes: changesFrom(body) };
    return answer(request, OWN, (context) => this.changeRole.execute(context, command));
  }

  /** Removes a role of your own that nobody has. Answers with it as it was last. */
  @Delete('{code}')
  @Security('pos', ['roles:manage'])
  @Response<Problem>(403, 'role_exceeds_caller')
  @Response<Problem>(404, 'role_not_found')
  @Response<Problem>(409, 'role_built_in, role_in_use')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  removeOwnRole(
    @Path('tenant') _tenant: string,
    @Path() code: RoleCode,
    @Request() request: PosRequest,
    @Query() reason?: AuditReason,
  ): Promise<RoleResponse> {
    const command = commandOf(code, reason, request);
    return answer(request, { status: 200, render: toOwnRole }, (context) => this.changeRole.remove(context, command));
  }
}

function commandOf(
  code: string,
  reason: string | undefined,
  request: PosRequest,
): { code: string; reason: string | null; checkVersion: VersionCheck } {
  const expected = expectedVersion(request);
  return { code, reason: reason ?? null, checkVersion: (current) => assertVersion(expected, current) };
}
