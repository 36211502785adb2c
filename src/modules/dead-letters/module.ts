import { ContainerModule } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { INBOX_DEAD_LETTERS } from '../../platform/inbox/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { deadLetterProblems } from './adapters/http/dead-letter-problems.js';
import { DeadLettersController } from './adapters/http/dead-letters.controller.js';
import { InboxDeadLettersController } from './adapters/http/inbox-dead-letters.controller.js';
import { PostgresDeadLetterRepository } from './adapters/postgres/dead-letter-repository.js';
import { PostgresDeadLetterViews } from './adapters/postgres/dead-letter-views.js';
import { RedriveDeadLetter } from './application/redrive-dead-letter.js';
import { RedriveDeadLetters } from './application/redrive-dead-letters.js';

/** The wiring of dead letters. */
export const deadLetters = new ContainerModule(({ bind }) => {
  const letters = new PostgresDeadLetterRepository();
  bind(PostgresDeadLetterViews).toResolvedValue((t, p) => new PostgresDeadLetterViews(t, p), [TRANSACTOR, WORKER_POOL]);
  bind(RedriveDeadLetter).toResolvedValue((t, o) => new RedriveDeadLetter(t, letters, o), [TRANSACTOR, OUTBOX]);
  bind(RedriveDeadLetters).toResolvedValue((t, o) => new RedriveDeadLetters(t, letters, o), [TRANSACTOR, OUTBOX]);
  bind(DeadLettersController).toResolvedValue(
    (views, one, all) => new DeadLettersController(views, one, all),
    [PostgresDeadLetterViews, RedriveDeadLetter, RedriveDeadLetters],
  );
  bind(InboxDeadLettersController).toResolvedValue((l) => new InboxDeadLettersController(l), [INBOX_DEAD_LETTERS]);
  bind(PROBLEMS).toConstantValue(deadLetterProblems);
});
