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
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type Page, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ChangeApiKey } from '../../application/change-api-key.js';
import type { CreateApiKey, IssuedApiKey } from '../../application/create-api-key.js';
import type { RevokeApiKey } from '../../application/revoke-api-key.js';
import type { RotateApiKey } from '../../application/rotate-api-key.js';
import type { ApiKey } from '../../domain/api-key.js';
import type { ApiKeyViews, KeyPage } from '../../ports/api-key-views.js';
import {
  apiKeyIdFrom,
  keyChangesFrom,
  toApiKeyResponse,
  toIssued,
  toIssuedAgain,
  toRevocation,
  type ApiKeyResponse,
  type ApiKeyRevocationResponse,
  type ChangeApiKeyRequest,
  type CreateApiKeyRequest,
  type IssuedApiKeyResponse,
} from './api-key-dtos.js';
import type { AuditReason } from './role-dtos.js';

const ISSUED: Answer<IssuedApiKey, IssuedApiKeyResponse> = {
  status: 201,
  render: toIssued,
  renderRepeat: toIssuedAgain,
  etag: ({ apiKey }) => apiKey.version,
};
const SHOWN: Answer<ApiKey, ApiKeyResponse> = {
  status: 200,
  render: toApiKeyResponse,
  etag: ({ version }) => version,
};

/** How long a rotated key goes on working, by the caller's tenant. */
export type RotationOverlap = (request: PosRequest) => number;

/** What is done to keys. */
export interface ApiKeyCommands {
  readonly create: CreateApiKey;
  readonly change: ChangeApiKey;
  readonly rotate: RotateApiKey;
  readonly revoke: RevokeApiKey;
}

@Route('v1/{tenant}/pos/api-keys')
@Tags('Access')
export class ApiKeysController extends Controller {
  constructor(
    private readonly commands: ApiKeyCommands,
    private readonly views: ApiKeyViews,
    private readonly overlapMs: RotationOverlap,
  ) {
    super();
  }

  /**
   * Lists the API keys, newest first.
   * @param q part of the name, or the last characters of the key
   * @param expiringBefore only keys that are active and end before
   */
  @Get()
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listApiKeys(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() status?: 'active' | 'revoked',
    @Query() mode?: 'live' | 'test',
    @Query() q?: string,
    @Query() expiringBefore?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ApiKeyResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const before = expiringBefore === undefined ? undefined : timeFrom(expiringBefore, '/query/expiringBefore');
    const filter = { status, mode, q, expiringBefore: before };
    const keys = await this.views.list(request.context.tenantId, filter, keyPageOf(page));
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
    return answer(request, ISSUED, (context) => this.commands.create.execute(context, command));
  }

  /** Lists the keys that were revoked, the last first: who, when, why, and when each was used last. */
  @Get('revocations')
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listRevocations(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ApiKeyRevocationResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const keys = await this.views.revocations(request.context.tenantId, keyPageOf(page));
    return listResponse(keys, page.limit, toRevocation, (key) => [key.revokedAt.toISOString(), key.id]);
  }

  /** Shows what is known of a key. */
  @Get('{apiKeyId}')
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(404, 'api_key_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() apiKeyId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ApiKeyResponse> {
    return answered(request, SHOWN, await this.views.one(request.context.tenantId, apiKeyIdFrom(apiKeyId)));
  }

  /** Changes the name or the end of a key, or lets it do less. It holds within a minute everywhere. */
  @Patch('{apiKeyId}')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(403, 'api_key_exceeds_caller')
  @Response<Problem>(404, 'api_key_not_found')
  @Response<Problem>(409, 'api_key_revoked')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'api_key_not_narrower, api_key_end_in_past, card_data_not_allowed')
  change(
    @Path('tenant') _tenant: string,
    @Path() apiKeyId: Uuid,
    @Body() body: ChangeApiKeyRequest,
    @Request() request: PosRequest,
  ): Promise<ApiKeyResponse> {
    const expected = expectedVersion(request);
    const command = {
      apiKeyId: apiKeyIdFrom(apiKeyId),
      changes: keyChangesFrom(body),
      reason: body.reason ?? null,
      checkVersion: (current: number) => assertVersion(expected, current),
    };
    return answer(request, SHOWN, (context) => this.commands.change.execute(context, command));
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
    return answer(request, ISSUED, (context) => this.commands.rotate.execute(context, command));
  }

  /** Revokes a key for good. It stops working within a minute everywhere. */
  @Delete('{apiKeyId}')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(404, 'api_key_not_found')
  @Response<Problem>(409, 'api_key_revoked')
  @Response<Problem>(422, 'card_data_not_allowed')
  async revoke(
    @Path() tenant: string,
    @Path() apiKeyId: Uuid,
    @Request() request: PosRequest,
    @Query() reason?: AuditReason,
  ): Promise<ApiKeyResponse> {
    void tenant;
    const command = { apiKeyId: apiKeyIdFrom(apiKeyId), reason: reason ?? null };
    return answer(request, SHOWN, (context) => this.commands.revoke.execute(context, command));
  }
}

/** The page that is asked for, as the views of keys have it. */
function keyPageOf({ limit, after }: Page): KeyPage {
  return { limit, after: after && [String(after[0]), String(after[1])] };
}
