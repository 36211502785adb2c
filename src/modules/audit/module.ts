import { ContainerModule } from 'inversify';
import { PROBLEMS, REFUSAL_WITNESS } from '../../platform/http/tokens.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { auditProblems } from './adapters/http/audit-problems.js';
import { AuditController } from './adapters/http/audit.controller.js';
import { PostgresAuditLog } from './adapters/postgres/audit-log.js';
import { PostgresAuditViews } from './adapters/postgres/audit-views.js';
import { LoggedWitness } from './adapters/telemetry/refusal-witness.js';
import { AuditFacade } from './application/audit-facade.js';
import { RecordActs } from './application/record-acts.js';
import { WitnessRefusal } from './application/witness-refusal.js';

const log = new PostgresAuditLog();

/** The wiring of the audit. */
export const audit = new ContainerModule(({ bind }) => {
  bind(AuditFacade).toConstantValue(new AuditFacade(log));
  bind(EVENT_SUBSCRIBER).toResolvedValue((t) => new RecordActs(t, log, () => new Date()), [TRANSACTOR]);
  bind(REFUSAL_WITNESS)
    .toResolvedValue(
      (t, o, ids, logger, metrics) => new LoggedWitness(new WitnessRefusal(t, o, ids), logger, metrics),
      [TRANSACTOR, OUTBOX, IDS, LOGGER, METRICS],
    )
    .inSingletonScope();
  bind(PostgresAuditViews).toResolvedValue((t) => new PostgresAuditViews(t, log), [TRANSACTOR]);
  bind(AuditController).toResolvedValue((views) => new AuditController(views), [PostgresAuditViews]);
  bind(PROBLEMS).toConstantValue(auditProblems);
});
