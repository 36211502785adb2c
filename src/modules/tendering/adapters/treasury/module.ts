import type { ContainerModuleLoadOptions, ServiceIdentifier } from 'inversify';
import { CLOSING, PROBLEMS, SETTINGS } from '../../../../platform/http/tokens.js';
import { INBOX_HANDLER } from '../../../../platform/inbox/tokens.js';
import { SIBLING_OBSERVER } from '../../../../platform/sibling-http/tokens.js';
import { HEALTH_PART } from '../../../../platform/tokens.js';
import { HearOfPayment } from '../../application/hear-of-payment.js';
import type { PaymentProvider } from '../../ports/payment-provider.js';
import { TreasuryAnnouncements } from './treasury-announcements.js';
import { TreasuryConnection } from './treasury-connection.js';
import { treasuryProblems } from './treasury-problems.js';

/** The treasury service as a provider, and what it tells by itself. Without TREASURY_URL it is away, and nobody is listened to. */
export function bindTreasury(
  bind: ContainerModuleLoadOptions['bind'],
  provider: ServiceIdentifier<PaymentProvider>,
): void {
  bind(TreasuryConnection)
    .toResolvedValue((settings, observer) => new TreasuryConnection(settings, observer), [SETTINGS, SIBLING_OBSERVER])
    .inSingletonScope();
  bind(provider).toResolvedValue((connection) => connection.provider, [TreasuryConnection]);
  bind(CLOSING).toService(TreasuryConnection);
  bind(HEALTH_PART).toResolvedValue(
    (connection) => ({ name: 'treasury', state: () => Promise.resolve(connection.state()) }),
    [TreasuryConnection],
  );
  bind(INBOX_HANDLER).toResolvedValue(
    (hear, { treasuryUrl }) => new TreasuryAnnouncements(hear, treasuryUrl !== undefined),
    [HearOfPayment, SETTINGS],
  );
  bind(PROBLEMS).toConstantValue(treasuryProblems);
}
