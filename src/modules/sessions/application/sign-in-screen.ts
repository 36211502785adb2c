import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import type { Staff, StaffMember } from '../ports/staff.js';
import type { WorkDevices } from '../ports/work-devices.js';
import { deviceOf } from './proving.js';

/** Whom a device offers to sign in. */
export class SignInScreen {
  constructor(
    private readonly transactor: Transactor,
    private readonly staff: Staff,
    private readonly devices: WorkDevices,
  ) {}

  /** Who works there and has a PIN, by name. @throws Refusal `device_required`, `sign_in_closed`. */
  people(context: RequestContext): Promise<readonly StaffMember[]> {
    const deviceId = deviceOf(context.principal);
    return this.transactor.read(context, async (tx) => {
      const device = await this.devices.device(tx, deviceId);
      if (device?.isActive !== true) throw new Refusal<SessionRefusal>('sign_in_closed');
      return this.staff.atPlace(tx, device);
    });
  }
}
