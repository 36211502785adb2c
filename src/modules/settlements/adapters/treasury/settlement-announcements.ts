import { createHash } from 'node:crypto';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import { announcedSettlement } from '../../application/announced-settlement.js';
import type { ReceiveSettlement } from '../../application/receive-settlement.js';

/** The treasury tells what was paid out. The same batch again, under whatever event, is taken once. */
export class SettlementAnnouncements implements InboxHandler {
  readonly types = ['treasury.settlement_created'];

  constructor(private readonly receive: Pick<ReceiveSettlement, 'within'>) {}

  readonly handle: InboxHandler['handle'] = async (tx, context, { data }) => {
    const draft = announcedSettlement(data);
    const fingerprint = createHash('sha256').update(JSON.stringify(draft)).digest('base64url');
    await this.receive.within(tx, context, { ...draft, id: undefined, fingerprint });
  };
}
