import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DeviceRefusal } from '../domain/device.js';
import {
  CODE_BYTES,
  LINK_CODE_MINUTES,
  OPEN_CODES_MAX,
  withdrawCode,
  writeLinkCode,
  type LinkCode,
  type LinkCodeId,
  type LinkWish,
} from '../domain/link-code.js';
import { linkCodeEvent } from '../domain/link-events.js';
import type { DeviceOutlets } from '../ports/device-outlets.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { LinkCodeRepository } from '../ports/link-code-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { actorOf, openOutlet } from './device-access.js';

const MINUTE_MS = 60_000;

/** A code just made: the only time that its text is known. */
export interface MadeLinkCode {
  readonly linkCode: LinkCode;
  readonly code: string;
}

/** Makes codes that link a device, and takes them back. */
export class MakeLinkCode {
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

  /** @throws Refusal `secrets_not_configured`, `device_outlet_not_found`, `too_many_link_codes`, `card_data_not_allowed`. */
  async execute(context: RequestContext, wish: LinkWish): Promise<MadeLinkCode> {
    this.secrets.assertConfigured();
    this.screen.assertHarmless(wish.name, '/name');
    if (wish.serial !== null) this.screen.assertHarmless(wish.serial, '/serial');
    await this.known.ensure(context, wish.outletId);
    return this.transactor.run(context, async (tx) => {
      const { at, tenantId } = context;
      await openOutlet(tx, this.outlets, context, wish.outletId, '/outletId');
      if ((await this.codes.countOpen(tx, at, false)) >= OPEN_CODES_MAX)
        throw new Refusal<DeviceRefusal>('too_many_link_codes', { limit: OPEN_CODES_MAX });
      const code = writeLinkCode(this.secrets.random(CODE_BYTES));
      const linkCode: LinkCode = {
        ...wish,
        ...{ id: this.ids.next<'link-code'>(), batchId: null, status: 'open', deviceId: null },
        ...{ madeBy: actorOf(context), madeAt: at, expiresAt: new Date(at.getTime() + LINK_CODE_MINUTES * MINUTE_MS) },
      };
      const [hash = ''] = this.secrets.hashesOfCode(tenantId, code);
      await this.codes.add(tx, [{ ...linkCode, hash }]);
      this.outbox.append(tx, [linkCodeEvent('pos.device.link_code_made', linkCode)]);
      return { linkCode, code };
    });
  }

  /** Takes a code back that nobody used. @throws Refusal `link_code_not_found`, `link_code_not_open`. */
  withdraw(context: RequestContext, id: LinkCodeId): Promise<LinkCode> {
    return this.transactor.run(context, async (tx) => {
      const code = await this.codes.get(tx, id);
      const { outlets } = context.principal;
      if (outlets !== undefined && !outlets.has(code.outletId))
        throw new Refusal<DeviceRefusal>('link_code_not_found', { linkCodeId: id });
      const state = withdrawCode(code, context.at);
      await this.codes.save(tx, state);
      this.outbox.append(tx, [linkCodeEvent('pos.device.link_code_withdrawn', state)]);
      return state;
    });
  }
}
