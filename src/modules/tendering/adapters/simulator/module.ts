import type { ContainerModuleLoadOptions, ServiceIdentifier } from 'inversify';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { LOGGER } from '../../../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, TRANSACTOR } from '../../../../platform/tokens.js';
import { HearOfPayment } from '../../application/hear-of-payment.js';
import type { PaymentProvider } from '../../ports/payment-provider.js';
import { SimulatedProvider } from './simulated-provider.js';
import { SimulatorLedger } from './simulator-ledger.js';
import { SimulatorNotices } from './simulator-notices.js';
import { SIMULATOR_RETENTION } from './simulator-retention.js';

const now = (): Date => new Date();

/** The simulator: always there, used where a tender names it, and by test keys. */
export function bindSimulator(
  bind: ContainerModuleLoadOptions['bind'],
  provider: ServiceIdentifier<PaymentProvider>,
): void {
  bind(SimulatorLedger).toResolvedValue((transactor) => new SimulatorLedger(transactor, now), [TRANSACTOR]);
  bind(provider).toResolvedValue((ledger) => new SimulatedProvider(ledger, now), [SimulatorLedger]);
  bind(CHORE).toConstantValue(SIMULATOR_RETENTION);
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, transactor, ledger, hear, logger) =>
      new SimulatorNotices(pool, transactor, ledger, hear, now, (what, err) => {
        logger.warn({ err }, what);
      }),
    [WORKER_POOL, TRANSACTOR, SimulatorLedger, HearOfPayment, LOGGER],
  );
}
