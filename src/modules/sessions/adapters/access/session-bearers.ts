import type { Principal } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { BearerKind, type FoundBearer } from '../../../access/index.js';
import { statusAt, type Session, type SessionStatus } from '../../domain/session.js';
import type { SessionRepository } from '../../ports/session-repository.js';
import type { Staff, StaffRights } from '../../ports/staff.js';
import type { WorkDevice, WorkDevices } from '../../ports/work-devices.js';

/** All that a session may that is locked, or has something to do first. */
const CONFINED: readonly string[] = ['sessions:own'];

/** People by the tokens of their sessions. What they may is looked up anew, each time that the door has forgotten. */
export class SessionBearers extends BearerKind {
  readonly kinds = ['session'] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionRepository,
    private readonly staff: Staff,
    private readonly devices: WorkDevices,
    private readonly now: () => number,
  ) {
    super();
  }

  find(tenantId: TenantId, tokenHash: string): Promise<FoundBearer | undefined> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const session = await this.sessions.byTokenHash(tx, tokenHash);
      const status = session && statusAt(session, new Date(this.now()));
      if (session === undefined || (status !== 'active' && status !== 'locked')) return undefined;
      const { place } = session;
      const device = place === null ? null : await this.devices.device(tx, place.deviceId);
      if (device !== null && device?.isActive !== true) return undefined;
      const rights = await this.staff.rightsAt(tx, session.personId, device);
      return rights && bearerOf(session, { status, device, rights });
    });
  }
}

interface Standing {
  readonly status: SessionStatus;
  readonly device: WorkDevice | null;
  readonly rights: StaffRights;
}

function bearerOf(session: Session, now: Standing): FoundBearer {
  const { device, rights, status } = now;
  const isConfined = status === 'locked' || session.mustFirst !== null;
  const permissions = new Set(isConfined ? CONFINED : [...rights.permissions, ...CONFINED]);
  const subjects = [`session:${session.id}`, ...rights.subjects];
  return {
    principal: principalOf(session, now, permissions),
    expiresAt: session.expiresAt.getTime(),
    proof: device === null ? null : device.proof,
    subjects: device === null ? subjects : [...subjects, `device:${device.id}`],
  };
}

function principalOf(session: Session, { device, rights }: Standing, permissions: ReadonlySet<string>): Principal {
  const outlets = device === null ? rights.outlets : new Set([device.outletId]);
  return {
    ...{ kind: 'user', id: rights.member.actorId, permissions, test: false, sessionId: session.id },
    ...(device !== null && { deviceId: device.id }),
    ...(outlets !== null && { outlets }),
    ...(rights.regions !== null && { regions: rights.regions }),
  };
}
