import { ContainerModule } from 'inversify';
import { SETTINGS } from '../../platform/http/tokens.js';
import { TRANSACTOR } from '../../platform/tokens.js';
import { OutletsFacade } from '../outlets/index.js';
import { InvariantsController } from './adapters/http/invariants.controller.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresInvariantChecks } from './adapters/postgres/postgres-invariant-checks.js';
import { CheckInvariants } from './application/check-invariants.js';
import type { InvariantCode } from './domain/invariant.js';

/** The wiring of invariants. With LOYALTY_URL the points are a sibling's, and what is kept of them here is a copy. */
export const invariants = new ContainerModule(({ bind }) => {
  bind(CheckInvariants).toResolvedValue(
    (transactor, outlets, { loyaltyUrl }) => {
      const elsewhere = new Set<InvariantCode>(loyaltyUrl === undefined ? [] : ['loyalty_points']);
      return new CheckInvariants(
        new PostgresInvariantChecks(transactor, elsewhere),
        new TenantOutlets(transactor, outlets),
      );
    },
    [TRANSACTOR, OutletsFacade, SETTINGS],
  );
  bind(InvariantsController).toResolvedValue((check) => new InvariantsController(check), [CheckInvariants]);
});
