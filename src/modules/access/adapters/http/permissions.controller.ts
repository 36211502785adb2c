import { Controller, Get, Path, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { ListRoles } from '../../application/list-roles.js';
import {
  toOwnPermissions,
  toPermission,
  type OwnPermissionsResponse,
  type PermissionMatrixResponse,
} from './role-dtos.js';

@Route('v1/{tenant}/pos/permissions')
@Tags('Access')
export class PermissionsController extends Controller {
  constructor(private readonly roles: ListRoles) {
    super();
  }

  /** Shows every permission in plain words, and which roles hold it: those that every business has, and your own. */
  @Get()
  @Security('pos', ['roles:read'])
  async listPermissions(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
  ): Promise<PermissionMatrixResponse> {
    return { data: (await this.roles.matrix(request.context.tenantId)).map(toPermission) };
  }

  /** Shows what you may do yourself, and where: by your key, or by your roles at this device. */
  @Get('mine')
  @Security('pos', ['tenant:read'])
  listOwnPermissions(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<OwnPermissionsResponse> {
    return Promise.resolve(toOwnPermissions(request.context.principal));
  }
}
