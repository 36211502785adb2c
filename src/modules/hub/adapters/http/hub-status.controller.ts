import { Controller, Get, Path, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { Refusal } from '../../../../kernel/refusal.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ReadHubStatus } from '../../application/read-hub-status.js';

/** A device or an outlet. */
export interface HubNamedDto {
  id: Uuid;
  name: string;
}

export interface HubReplicaDto {
  /** @isInt */
  catalog: number;
  /** @isInt */
  pricing: number;
  /** When it was last known to be as in the cloud. */
  checkedAt: Timestamp | null;
}

export interface HubWaitingDto {
  deviceId: Uuid;
  /** @isInt */
  entries: number;
}

export interface HubDiskDto {
  /** @isInt */
  freeBytes: number;
  /** @isInt */
  totalBytes: number;
}

export interface HubStatusResponse {
  /** Address of the cloud. */
  cloud: string;
  /** Short name of the business. */
  tenant: string;
  /** What the hub is in the cloud. */
  device: HubNamedDto;
  outlet: HubNamedDto;
  uplink: 'up' | 'down' | 'unknown';
  uplinkSince: Timestamp | null;
  replica: HubReplicaDto;
  /** What the cloud has not been handed, by device. */
  waiting: HubWaitingDto[];
  lastRelayAt: Timestamp | null;
  disk: HubDiskDto;
  /** @isInt */
  databaseBytes: number;
  /** When the hub's certificate ends; null: it serves plain http. */
  certificateEndsAt: Timestamp | null;
}

@Route('v1/{tenant}/pos/hub')
@Tags('Shop hub')
export class HubStatusController extends Controller {
  constructor(private readonly read: ReadHubStatus) {
    super();
  }

  /**
   * Says how the hub that is asked stands: what it is linked to, whether the cloud answers, what waits. For the hub's own device, and who
   * may read queues (`sync:read`).
   */
  @Get('status')
  @Security('pos', [])
  @Response<Problem>(404, 'no_hub')
  async status(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<HubStatusResponse> {
    assertMayAsk(request.context.principal.permissions);
    const status = await this.read.execute(request.context);
    const text = (at: Date | null): string | null => at?.toISOString() ?? null;
    const { replica, device, outlet, disk, waiting } = status;
    return {
      ...{ cloud: status.cloud, tenant: status.tenant, device: { ...device }, outlet: { ...outlet } },
      ...{ uplink: status.uplink, uplinkSince: text(status.uplinkSince) },
      replica: { ...replica, checkedAt: text(replica.checkedAt) },
      ...{ waiting: waiting.map((one) => ({ ...one })), lastRelayAt: text(status.lastRelayAt), disk: { ...disk } },
      ...{ databaseBytes: status.databaseBytes, certificateEndsAt: text(status.certificateEndsAt) },
    };
  }
}

function assertMayAsk(permissions: ReadonlySet<string>): void {
  if (!permissions.has('sync:relay') && !permissions.has('sync:read'))
    throw new Refusal('permission_missing', { permission: 'sync:read' });
}
