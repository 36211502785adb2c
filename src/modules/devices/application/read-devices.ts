import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DeviceCommand } from '../domain/device-command.js';
import type { LinkCode } from '../domain/link-code.js';
import type { ProvisioningBatch } from '../domain/link-events.js';
import type {
  DeviceViews,
  FleetDevice,
  FleetMoment,
  FleetQuery,
  Happening,
  LinkCodeQuery,
  PageOfIds,
} from '../ports/device-views.js';

type Asked<Query extends FleetMoment> = Omit<Query, keyof FleetMoment>;

/** Shows devices of the outlets that the caller acts for. */
export class ReadDevices {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: DeviceViews,
  ) {}

  /** By name. */
  fleet(context: RequestContext, query: Asked<FleetQuery>): Promise<readonly FleetDevice[]> {
    return this.transactor.read(context, (tx) => this.views.fleet(tx, { ...query, ...momentOf(context) }));
  }

  /** @throws Refusal `device_not_found`. */
  one(context: RequestContext, id: string): Promise<FleetDevice> {
    return this.transactor.read(context, (tx) => this.views.one(tx, id, momentOf(context)));
  }

  /** Newest first. @throws Refusal `device_not_found`. */
  commands(context: RequestContext, id: string, page: PageOfIds): Promise<readonly DeviceCommand[]> {
    return this.transactor.read(context, async (tx) => {
      await this.views.one(tx, id, momentOf(context));
      return this.views.commands(tx, id, page);
    });
  }

  /** What happened to a device, newest first. @throws Refusal `device_not_found`. */
  timeline(
    context: RequestContext,
    id: string,
    page: { readonly limit: number; readonly after?: number },
  ): Promise<readonly Happening[]> {
    return this.transactor.read(context, async (tx) => {
      await this.views.one(tx, id, momentOf(context));
      return this.views.timeline(tx, id, page);
    });
  }

  /** Newest first. */
  linkCodes(context: RequestContext, query: Asked<LinkCodeQuery>): Promise<readonly LinkCode[]> {
    return this.transactor.read(context, (tx) => this.views.linkCodes(tx, { ...query, ...momentOf(context) }));
  }

  /** Newest first. */
  batches(context: RequestContext, page: PageOfIds): Promise<readonly ProvisioningBatch[]> {
    return this.transactor.read(context, (tx) => this.views.batches(tx, page));
  }

  /** A batch and its codes, of the outlets that the caller acts for. @throws Refusal `provisioning_batch_not_found`. */
  batch(context: RequestContext, id: string): Promise<{ batch: ProvisioningBatch; codes: readonly LinkCode[] }> {
    return this.transactor.read(context, async (tx) => {
      const { batch, codes } = await this.views.batch(tx, id);
      const { outlets } = context.principal;
      return { batch, codes: codes.filter(({ outletId }) => outlets === undefined || outlets.has(outletId)) };
    });
  }
}

function momentOf({ principal, at }: RequestContext): FleetMoment {
  return { at, outletIds: principal.outlets === undefined ? null : [...principal.outlets] };
}
