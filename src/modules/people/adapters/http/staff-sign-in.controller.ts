import {
  Body,
  Controller,
  Delete,
  Get,
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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { Badges } from '../../application/badges.js';
import type { ReadStaff } from '../../application/read-staff.js';
import type { SetPin, SetPins } from '../../application/set-pin.js';
import type { PersonId } from '../../domain/person.js';
import type { Badge } from '../../domain/staff.js';
import { personCommand } from './person-command.js';
import {
  toBadge,
  toPinStanding,
  toSetPin,
  type AddStaffBadgeRequest,
  type StaffBadgeResponse,
  type StaffBadgesResponse,
  type ChangePinRequest,
  type PinStandingResponse,
  type ResetPinRequest,
  type SetPinResponse,
} from './sign-in-dtos.js';
import type { StaffReason } from './staff-dtos.js';

const SET_PIN: Answer<SetPin, SetPinResponse> = {
  status: 200,
  render: toSetPin,
  etag: ({ person }) => person.version,
};
const BADGE: Answer<Badge, StaffBadgeResponse> = { status: 200, render: toBadge };

@Route('v1/{tenant}/pos/staff')
@Tags('Staff')
export class StaffSignInController extends Controller {
  constructor(
    private readonly pins: SetPins,
    private readonly badges: Badges,
    private readonly staff: ReadStaff,
  ) {
    super();
  }

  /**
   * Gives who is signed in the PIN that they choose. Wrong tries of the present one count as those at sign-in do.
   * What a PIN must not be: all the same digits, a run, a repeated block, a year, a date, the own staff or telephone number.
   */
  @Post('me/pin')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(403, 'not_a_person')
  @Response<Problem>(409, 'pin_not_set, person_disabled, secrets_not_configured')
  @Response<Problem>(422, 'pin_trivial, pin_used_before')
  @Response<Problem>(423, 'sign_in_locked')
  async changeOwnPin(
    @Path('tenant') _tenant: string,
    @Body() body: ChangePinRequest,
    @Request() request: PosRequest,
  ): Promise<SetPinResponse> {
    const wish = { current: body.current, wanted: body.new };
    return answered(request, SET_PIN, await this.pins.change(request.context, wish));
  }

  /** Whether somebody has a PIN; nothing of the PIN itself. */
  @Get('{id}/pin')
  @Security('pos', ['staff:read'])
  @Response<Problem>(404, 'person_not_found')
  async showPinStanding(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<PinStandingResponse> {
    return toPinStanding(await this.staff.pin(request.context, id as PersonId));
  }

  /** Gives somebody another PIN, or their first, which they have to change at their next sign-in. */
  @Put('{id}/pin')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'person_disabled, own_person, secrets_not_configured')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'pin_trivial, pin_used_before, card_data_not_allowed')
  async resetPin(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: ResetPinRequest,
    @Request() request: PosRequest,
  ): Promise<SetPinResponse> {
    const command = { ...personCommand(request, id), pin: body.pin, reason: body.reason };
    return answered(request, SET_PIN, await this.pins.reset(request.context, command));
  }

  /** Lists somebody's badges. What is on them is never shown. */
  @Get('{id}/badges')
  @Security('pos', ['staff:read'])
  @Response<Problem>(404, 'person_not_found')
  async listBadges(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<StaffBadgesResponse> {
    return { data: (await this.staff.badgesOf(request.context, id as PersonId)).map(toBadge) };
  }

  /** Gives somebody a badge. */
  @Post('{id}/badges')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'person_disabled, badge_taken, too_many_badges, secrets_not_configured')
  @Response<Problem>(422, 'card_data_not_allowed')
  addBadge(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: AddStaffBadgeRequest,
    @Request() request: PosRequest,
  ): Promise<StaffBadgeResponse> {
    const command = { ...personCommand(request, id), badge: body.badge, label: body.label };
    return answer(request, { ...BADGE, status: 201 }, (context) => this.badges.add(context, command));
  }

  /**
   * Takes a badge away: it opens nothing any more, and can be given to somebody else.
   * @param reason for the audit
   */
  @Delete('{id}/badges/{badgeId}')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found, badge_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  removeBadge(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Path() badgeId: Uuid,
    @Query() reason: StaffReason,
    @Request() request: PosRequest,
  ): Promise<StaffBadgeResponse> {
    const command = { ...personCommand(request, id), badgeId, reason };
    return answer(request, BADGE, (context) => this.badges.remove(context, command));
  }
}
