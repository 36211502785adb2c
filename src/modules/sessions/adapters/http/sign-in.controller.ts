import {
  Body,
  Controller,
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
import { answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { LiftLock } from '../../application/lift-lock.js';
import type { SignInScreen } from '../../application/sign-in-screen.js';
import type { KeptCount } from '../../domain/session-events.js';
import type { LockViews } from '../../ports/guess-counts.js';
import { toSignInPerson, type SignInPeopleResponse } from './session-dtos.js';
import { toLockResponse, type LiftLockRequest, type SignInLockResponse, type SignInLockScope } from './sign-in-dtos.js';

@Route('v1/{tenant}/pos/sign-in')
@Tags('Sessions')
export class SignInController extends Controller {
  constructor(
    private readonly screen: SignInScreen,
    private readonly views: LockViews,
    private readonly liftLock: LiftLock,
    private readonly methods: SignInPeopleResponse['methods'],
  ) {
    super();
  }

  /** Shows whom the device that asks offers to sign in, and by which ways. */
  @Get('people')
  @Security('pos', ['devices:self'])
  @Response<Problem>(403, 'device_required, sign_in_closed')
  async people(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<SignInPeopleResponse> {
    const people = await this.screen.people(request.context);
    return { data: people.map(toSignInPerson), methods: [...this.methods] };
  }

  /** Lists who and what takes no PIN now because of wrong tries, the longest lock first. */
  @Get('locks')
  @Security('pos', ['sessions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async locks(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() scope?: SignInLockScope,
    @Query() personId?: Uuid,
    @Query() deviceId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SignInLockResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const locks = await this.views.locks(request.context, {
      ...{ scope, personId, deviceId, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(locks, page.limit, toLockResponse, positionOf);
  }

  /** Lets a person or device try again at once. The lock of a person takes the rights that the person has. */
  @Post('locks/{lockId}/lift')
  @Security('pos', ['sessions:manage'])
  @SuccessResponse(200, 'OK')
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'sign_in_lock_not_found')
  @Response<Problem>(422, 'card_data_not_allowed')
  lift(
    @Path('tenant') _tenant: string,
    @Path() lockId: Uuid,
    @Body() body: LiftLockRequest,
    @Request() request: PosRequest,
  ): Promise<SignInLockResponse> {
    const shape = { status: 200, render: toLockResponse };
    return answer(request, shape, (context) => this.liftLock.execute(context, { id: lockId, reason: body.reason }));
  }
}

function positionOf({ lockedUntil, triedAt, id }: KeptCount): [string, string] {
  return [(lockedUntil ?? triedAt).toISOString(), id];
}
