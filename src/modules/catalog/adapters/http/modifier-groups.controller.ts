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
import type { AddModifierGroup } from '../../application/add-modifier-group.js';
import type { ChangeModifierGroup } from '../../application/change-modifier-group.js';
import type { DeleteModifierGroup } from '../../application/delete-modifier-group.js';
import type { PutModifierGroup } from '../../application/put-modifier-group.js';
import type { ModifierGroup, ModifierGroupId } from '../../domain/modifier-group.js';
import type { ChoiceViews } from '../../ports/choice-views.js';
import {
  groupChangesFrom,
  groupFrom,
  toGroupResponse,
  type ChangeModifierGroupRequest,
  type ModifierGroupResponse,
  type PutModifierGroupRequest,
} from './modifier-group-dto.js';

const SHOWN: Answer<ModifierGroup, ModifierGroupResponse> = {
  status: 200,
  render: toGroupResponse,
  etag: ({ version }) => version,
};

/** What is done to modifier groups. */
export interface ModifierGroupCommands {
  readonly add: AddModifierGroup;
  readonly put: PutModifierGroup;
  readonly change: ChangeModifierGroup;
  readonly remove: DeleteModifierGroup;
}

@Route('v1/{tenant}/pos/catalog/modifier-groups')
@Tags('Catalogue')
export class ModifierGroupsController extends Controller {
  constructor(
    private readonly views: ChoiceViews,
    private readonly commands: ModifierGroupCommands,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /**
   * Lists modifier groups by name, whole: what is listed can be put back, here or elsewhere.
   * @param q part of name or code, whatever the letter case
   */
  @Get()
  @Security('pos', ['catalog:read'])
  async listModifierGroups(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() q?: string,
    @Query() code?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ModifierGroupResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const groups = await this.views.groups(request.context, { q, code, limit: page.limit, after });
    return listResponse(groups, page.limit, toGroupResponse, ({ name, id }) => [name, id]);
  }

  /** Adds a modifier group. It is offered where it is attached, or nested in another group. */
  @Post()
  @Security('pos', ['catalog:write'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'modifier_group_id_taken, modifier_group_code_taken')
  @Response<Problem>(422, 'modifier_group_invalid')
  addModifierGroup(
    @Path() tenant: string,
    @Body() body: PutModifierGroupRequest,
    @Request() request: PosRequest,
  ): Promise<ModifierGroupResponse> {
    const groupId = (body.id as ModifierGroupId | undefined) ?? this.ids.next<'modifier_group'>();
    const command = { groupId, details: groupFrom(body) };
    const location = ({ id }: ModifierGroup): string => `/v1/${tenant}/pos/catalog/modifier-groups/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.commands.add.execute(context, command),
    );
  }

  /** Shows a modifier group. */
  @Get('{groupId}')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'modifier_group_not_found')
  async showModifierGroup(
    @Path('tenant') _tenant: string,
    @Path() groupId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ModifierGroupResponse> {
    return answered(request, SHOWN, await this.views.group(request.context, groupId as ModifierGroupId));
  }

  /** Adds a modifier group under an id of the caller's, or makes the one that is there the same as the body. */
  @Put('{groupId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(409, 'modifier_group_code_taken, modifier_group_in_use')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'modifier_group_invalid')
  putModifierGroup(
    @Path('tenant') _tenant: string,
    @Path() groupId: Uuid,
    @Body() body: PutModifierGroupRequest,
    @Request() request: PosRequest,
  ): Promise<ModifierGroupResponse> {
    const command = {
      groupId: groupId as ModifierGroupId,
      details: groupFrom(body, groupId),
      expectedVersion: expectedVersion(request),
    };
    return answer(request, SHOWN, (context) => this.commands.put.execute(context, command));
  }

  /** Changes a modifier group. What was sold before keeps its names and prices. */
  @Patch('{groupId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'modifier_group_not_found')
  @Response<Problem>(409, 'modifier_group_code_taken, modifier_group_in_use')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'modifier_group_invalid')
  changeModifierGroup(
    @Path('tenant') _tenant: string,
    @Path() groupId: Uuid,
    @Body() body: ChangeModifierGroupRequest,
    @Request() request: PosRequest,
  ): Promise<ModifierGroupResponse> {
    const command = {
      groupId: groupId as ModifierGroupId,
      changes: groupChangesFrom(body),
      expectedVersion: expectedVersion(request),
    };
    return answer(request, SHOWN, (context) => this.commands.change.execute(context, command));
  }

  /** Deletes a modifier group that nothing refers to any more. The answer is the group as it was last. */
  @Delete('{groupId}')
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'modifier_group_not_found')
  @Response<Problem>(409, 'modifier_group_in_use')
  @Response<Problem>(412, 'version_mismatch')
  deleteModifierGroup(
    @Path('tenant') _tenant: string,
    @Path() groupId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ModifierGroupResponse> {
    const command = { groupId: groupId as ModifierGroupId, expectedVersion: expectedVersion(request) };
    const shape: Answer<ModifierGroup, ModifierGroupResponse> = { status: 200, render: toGroupResponse };
    return answer(request, shape, (context) => this.commands.remove.execute(context, command));
  }
}
