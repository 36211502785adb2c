import {
  Body,
  Controller,
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
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ChangeStaff } from '../../application/change-staff.js';
import type { HireStaff } from '../../application/hire-staff.js';
import type { ReadStaff } from '../../application/read-staff.js';
import type { WorkDeviceKind } from '../../domain/assignment.js';
import type { PersonId } from '../../domain/person.js';
import type { StaffMember } from '../../domain/staff.js';
import {
  assignmentFrom,
  changesFrom,
  hireFrom,
  toStaff,
  type AssignRolesRequest,
  type ChangeStaffRequest,
  type HireRequest,
  type ImportedStaffResponse,
  type ImportStaffRequest,
  type StaffReasonRequest,
  type StaffResponse,
  type StaffRole,
} from './staff-dtos.js';
import { personCommand } from './person-command.js';

const PERSON: Answer<StaffMember, StaffResponse> = { status: 200, render: toStaff, etag: ({ version }) => version };
const IMPORTED: Answer<readonly StaffMember[], ImportedStaffResponse> = {
  status: 201,
  render: (people) => ({ data: people.map(toStaff) }),
};

@Route('v1/{tenant}/pos/staff')
@Tags('Staff')
export class StaffController extends Controller {
  constructor(
    private readonly hire: HireStaff,
    private readonly change: ChangeStaff,
    private readonly staff: ReadStaff,
  ) {
    super();
  }

  /**
   * Lists people by name. A caller who is bound to outlets sees who may work in one of them.
   * @param q part of a name, of a staff number or of an e-mail address
   * @param role who has this role, in the outlet and on the device that are asked for
   * @param outletId who may work there
   * @param deviceKind who may work on such a device
   * @param linked true: known to the auth service; false: known only here
   */
  @Get()
  @Security('pos', ['staff:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listStaff(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() q?: string,
    @Query() status?: 'active' | 'disabled',
    @Query() role?: StaffRole,
    @Query() outletId?: Uuid,
    @Query() deviceKind?: WorkDeviceKind,
    @Query() linked?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<StaffResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const after = page.after && ([String(page.after[0]), String(page.after[1])] as const);
    const outlet = outletId as OutletId | undefined;
    const query = { q, status, role, outletId: outlet, deviceKind, linked, after, limit: page.limit };
    const people = await this.staff.list(request.context, query);
    return listResponse(people, page.limit, toStaff, ({ displayName, id }) => [displayName, id]);
  }

  /** Takes somebody on. Nobody gives a right that they lack. A PIN is set afterwards. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller, entitlement_exceeded')
  @Response<Problem>(409, 'person_already_exists, staff_number_taken, staff_email_taken, staff_user_taken')
  @Response<Problem>(422, 'staff_role_unknown, staff_outlet_unknown, staff_regions_reserved, card_data_not_allowed')
  createStaff(
    @Path() tenant: string,
    @Body() body: HireRequest,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    const location = ({ id }: StaffMember): string => `/v1/${tenant}/pos/staff/${id}`;
    return answer(request, { ...PERSON, status: 201, location }, (context) =>
      this.hire.execute(context, hireFrom(body)),
    );
  }

  /** Takes on many people: all of them or nobody. */
  @Post('imports')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(422, 'staff_import_refused, card_data_not_allowed')
  importStaff(
    @Path('tenant') _tenant: string,
    @Body() body: ImportStaffRequest,
    @Request() request: PosRequest,
  ): Promise<ImportedStaffResponse> {
    return answer(request, IMPORTED, (context) => this.hire.all(context, body.staff.map(hireFrom)));
  }

  /** Shows somebody. */
  @Get('{id}')
  @Security('pos', ['staff:read'])
  @Response<Problem>(404, 'person_not_found')
  async showStaff(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    return answered(request, PERSON, await this.staff.one(request.context, id as PersonId));
  }

  /** Changes what is written down about somebody. People are not deleted: they are disabled. */
  @Patch('{id}')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'own_person, staff_number_taken, staff_email_taken, staff_user_taken')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  changeStaff(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: ChangeStaffRequest,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    const command = { ...personCommand(request, id), changes: changesFrom(body) };
    return answer(request, PERSON, (context) => this.change.change(context, command));
  }

  /** Ends somebody's work here: their sessions end, their PIN, badges and tokens open nothing. */
  @Post('{id}/disable')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'person_disabled, own_person, last_owner')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  disableStaff(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: StaffReasonRequest,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    const command = { ...personCommand(request, id), reason: body.reason };
    return answer(request, PERSON, (context) => this.change.disable(context, command));
  }

  /** Lets somebody work here again, by the roles, PIN and badges that they had. */
  @Post('{id}/enable')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller, entitlement_exceeded')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'person_active')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  enableStaff(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: StaffReasonRequest,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    const command = { ...personCommand(request, id), reason: body.reason };
    return answer(request, PERSON, (context) => this.change.enable(context, command));
  }

  /** Gives somebody these roles instead of those that they have, at once wherever they are signed in. */
  @Put('{id}/assignments')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'rights_exceed_caller')
  @Response<Problem>(404, 'person_not_found')
  @Response<Problem>(409, 'own_person, last_owner')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'staff_role_unknown, staff_outlet_unknown, staff_regions_reserved, card_data_not_allowed')
  assignRoles(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: AssignRolesRequest,
    @Request() request: PosRequest,
  ): Promise<StaffResponse> {
    const assignments = body.assignments.map(assignmentFrom);
    const command = { ...personCommand(request, id), reason: body.reason, assignments };
    return answer(request, PERSON, (context) => this.change.assign(context, command));
  }
}
