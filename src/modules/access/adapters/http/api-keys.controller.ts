import {
  Body,
  Controller,
  Delete,
  Get,
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
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Uuid } from '../../../../platform/http/values.js';
import type { CreateApiKey, IssuedApiKey } from '../../application/create-api-key.js';
import type { RevokeApiKey } from '../../application/revoke-api-key.js';
import type { RotateApiKey } from '../../application/rotate-api-key.js';
import type { ApiKey } from '../../domain/api-key.js';
import type { ApiKeyViews } from '../../ports/api-key-views.js';
import {
  apiKeyIdFrom,
  toApiKeyResponse,
  toIssued,
  toIssuedAgain,
  type ApiKeyResponse,
  type CreateApiKeyRequest,
  type IssuedApiKeyResponse,
} from './api-key-dtos.js';

const ISSUED: Answer<IssuedApiKey, IssuedApiKeyResponse> = {
  status: 201,
  render: toIssued,
  renderRepeat: toIssuedAgain,
};
const REVOKED: Answer<ApiKey, ApiKeyResponse> = { status: 200, render: toApiKeyResponse };

/** How long a rotated key goes on working, by the caller's tenant. */
export type RotationOverlap = (request: PosRequest) => number;

@Route('v1/{tenant}/pos/api-keys')
@Tags('Access')
export class ApiKeysController extends Controller {
  constructor(
    private readonly createApiKey: CreateApiKey,
    private readonly rotateApiKey: RotateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
    private readonly views: ApiKeyViews,
    private readonly overlapMs: RotationOverlap,
  ) {
    super();
  }

  /** Lists the API keys, newest first. */
  @Get()
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listApiKeys(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ApiKeyResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after && { createdAt: String(page.after[0]), id: String(page.after[1]) };
    const keys = await this.views.list(request.context.tenantId, { limit: page.limit, after });
    return listResponse(keys, page.limit, toApiKeyResponse, (key) => [key.createdAt.toISOString(), key.id]);
  }

  /** Makes an API key for another program. The key is in this answer and nowhere else, ever. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(403, 'api_key_exceeds_caller')
  @Response<Problem>(409, 'api_key_already_exists')
  async create(
    @Path() tenant: string,
    @Body() body: CreateApiKeyRequest,
    @Request() request: PosRequest,
  ): Promise<IssuedApiKeyResponse> {
    void tenant;
    const { id, name, mode, permissions, outlets, expiresAt } = body;
    const command = {
      id: id === undefined ? undefined : apiKeyIdFrom(id),
      name,
      mode,
      permissions,
      outlets: (outlets ?? null) as OutletId[] | null,
      expiresAt: expiresAt == null ? null : timeFrom(expiresAt, '/expiresAt'),
    };
    return answer(request, ISSUED, (context) => this.createApiKey.execute(context, command));
  }

  /** Gives a key a successor. The old key goes on working for a day, or as long as the business has set. */
  @Post('{apiKeyId}/rotate')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(403, 'api_key_exceeds_caller')
  @Response<Problem>(404, 'api_key_not_found')
  @Response<Problem>(409, 'api_key_revoked')
  async rotate(
    @Path() tenant: string,
    @Path() apiKeyId: Uuid,
    @Request() request: PosRequest,
  ): Promise<IssuedApiKeyResponse> {
    void tenant;
    const command = { apiKeyId: apiKeyIdFrom(apiKeyId), overlapMs: this.overlapMs(request) };
    return answer(request, ISSUED, (context) => this.rotateApiKey.execute(context, command));
  }

  /** Revokes a key for good. It stops working within a minute everywhere. */
  @Delete('{apiKeyId}')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(404, 'api_key_not_found')
  @Response<Problem>(409, 'api_key_revoked')
  async revoke(
    @Path() tenant: string,
    @Path() apiKeyId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ApiKeyResponse> {
    void tenant;
    return answer(request, REVOKED, (context) =>
      this.revokeApiKey.execute(context, { apiKeyId: apiKeyIdFrom(apiKeyId) }),
    );
  }
}
