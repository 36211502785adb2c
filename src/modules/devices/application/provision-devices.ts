import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { DeviceRefusal } from '../domain/device.js';
import {
  CODE_BYTES,
  OPEN_BATCH_CODES_MAX,
  writeLinkCode,
  type BatchId,
  type LinkCode,
  type LinkWish,
} from '../domain/link-code.js';
import { batchMade, batchWithdrawn, type ProvisioningBatch } from '../domain/link-events.js';
import type { DeviceOutlets } from '../ports/device-outlets.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { LinkCodeRepository } from '../ports/link-code-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { MadeLinkCode } from './make-link-code.js';
import { actorOf, openOutlet } from './device-access.js';

const HOUR_MS = 3_600_000;

/** A device that is to be made ready: it will name its serial. */
export type ProvisionWish = LinkWish & { readonly serial: string };

/** A batch just made: the only time that its codes are known. */
export interface MadeBatch {
  readonly batch: ProvisioningBatch;
  readonly codes: readonly MadeLinkCode[];
}

/** Makes many devices ready at once, for programs that set devices up. */
export class ProvisionDevices {
  constructor(
    private readonly transactor: Transactor,
    private readonly codes: LinkCodeRepository,
    private readonly outlets: DeviceOutlets,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: DeviceSecrets,
    private readonly screen: TextScreen,
    private readonly known: KnownOutlets,
  ) {}

  /**
   * @param hours how long the codes are good for. @throws Refusal `secrets_not_configured`, `provisioning_batch_invalid`,
   * `device_outlet_not_found`, `too_many_link_codes`, `card_data_not_allowed`.
   */
  async execute(context: RequestContext, wishes: readonly ProvisionWish[], hours: number): Promise<MadeBatch> {
    this.secrets.assertConfigured();
    assertEachOnce(wishes);
    wishes.forEach(({ name, serial }, index) => {
      this.screen.assertHarmless(name, `/devices/${index}/name`);
      this.screen.assertHarmless(serial, `/devices/${index}/serial`);
    });
    for (const outletId of new Set(wishes.map((wish) => wish.outletId))) await this.known.ensure(context, outletId);
    return this.transactor.run(context, async (tx) => {
      const { at } = context;
      await this.assertOutlets(tx, context, wishes);
      if ((await this.codes.countOpen(tx, at, true)) + wishes.length > OPEN_BATCH_CODES_MAX)
        throw new Refusal<DeviceRefusal>('too_many_link_codes', { limit: OPEN_BATCH_CODES_MAX });
      const batch: ProvisioningBatch = {
        ...{ id: this.ids.next<'provisioning-batch'>(), size: wishes.length, madeBy: actorOf(context), madeAt: at },
        ...{ expiresAt: new Date(at.getTime() + hours * HOUR_MS), withdrawnAt: null },
      };
      const made = wishes.map((wish) => this.codeOf(context, batch, wish));
      await this.codes.addBatch(tx, batch);
      await this.codes.add(
        tx,
        made.map(({ linkCode, hash }) => ({ ...linkCode, hash })),
      );
      this.outbox.append(tx, [batchMade(batch, [...new Set(wishes.map(({ outletId }) => outletId))])]);
      return { batch, codes: made };
    });
  }

  /**
   * Its codes that nobody used link nothing any more; what was linked stays.
   * @throws Refusal `provisioning_batch_not_found`, `link_code_not_open`.
   */
  withdraw(context: RequestContext, id: BatchId): Promise<ProvisioningBatch> {
    return this.transactor.run(context, async (tx) => {
      const batch = await this.codes.getBatch(tx, id);
      if (batch.withdrawnAt !== null)
        throw new Refusal<DeviceRefusal>('link_code_not_open', { batchId: id, status: 'withdrawn' });
      const state = { ...batch, withdrawnAt: context.at };
      await this.codes.saveBatch(tx, state);
      const { outletIds, codes } = await this.codes.withdrawBatch(tx, id);
      const { outlets } = context.principal;
      if (outlets !== undefined && outletIds.some((outletId) => !outlets.has(outletId as OutletId)))
        throw new Refusal<DeviceRefusal>('provisioning_batch_not_found', { batchId: id });
      this.outbox.append(tx, [batchWithdrawn(state, outletIds as OutletId[], codes)]);
      return state;
    });
  }

  private codeOf(context: RequestContext, batch: ProvisioningBatch, wish: ProvisionWish) {
    const code = writeLinkCode(this.secrets.random(CODE_BYTES));
    const { id: batchId, madeBy, madeAt, expiresAt } = batch;
    const linkCode: LinkCode = {
      ...wish,
      ...{ id: this.ids.next<'link-code'>(), batchId, status: 'open', madeBy, madeAt, expiresAt, deviceId: null },
    };
    const [hash = ''] = this.secrets.hashesOfCode(context.tenantId, code);
    return { linkCode, code, hash };
  }

  private async assertOutlets(tx: Tx, context: RequestContext, wishes: readonly ProvisionWish[]): Promise<void> {
    const known = new Set<OutletId>();
    for (const [index, { outletId }] of wishes.entries()) {
      if (known.has(outletId)) continue;
      await openOutlet(tx, this.outlets, context, outletId, `/devices/${index}/outletId`);
      known.add(outletId);
    }
  }
}

function assertEachOnce(wishes: readonly ProvisionWish[]): void {
  const seen = new Set<string>();
  const problems = wishes.flatMap(({ serial }, index) => {
    const isRepeated = seen.has(serial);
    seen.add(serial);
    return isRepeated ? [{ pointer: `/devices/${index}/serial`, message: 'is named twice' }] : [];
  });
  if (problems.length > 0) throw new Refusal<DeviceRefusal>('provisioning_batch_invalid', {}, problems);
}
