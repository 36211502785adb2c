import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { CLOSING, PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { CHORE, WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, EVENT_SUBSCRIBER, HEALTH_PART, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { assertNoPaymentCard } from '../gift-cards/index.js';
import { noticeProblems } from './adapters/http/notice-problems.js';
import { NoticesController } from './adapters/http/notices.controller.js';
import { NotificationsConnection } from './adapters/notifications/notifications-connection.js';
import { RemoteNotifications } from './adapters/notifications/remote-notifications.js';
import { NotableEventsListener } from './adapters/outbox/notable-events-listener.js';
import { PostgresDueNotices, readNoticeFigures } from './adapters/postgres/due-notices.js';
import { PostgresNoticeRepository } from './adapters/postgres/notice-repository.js';
import { NOTICE_RETENTION } from './adapters/postgres/notice-retention.js';
import { PostgresNoticeViews } from './adapters/postgres/notice-views.js';
import { SenderTelemetry } from './adapters/telemetry/sender-telemetry.js';
import { ChangeNotice } from './application/change-notice.js';
import { NoticeSender } from './application/notice-sender.js';
import { RaiseNotice } from './application/raise-notice.js';
import { SendNotice } from './application/send-notice.js';

type Bind = ContainerModuleLoadOptions['bind'];

const PACE = { concurrency: 4, idleMs: 1_000 };
/** Beyond the longest call: time to take its outcome down. */
const LEASE_SPARE_MS = 10_000;

const repository = new PostgresNoticeRepository();
const views = new PostgresNoticeViews();
const clock = { now: () => new Date(), random: Math.random };

/** The wiring of notices. NOTIFICATIONS_URL decides whether they are sent, or only listed. */
export const notices = new ContainerModule(({ bind }) => {
  bind(RaiseNotice).toResolvedValue(
    (t, o, ids, settings) => new RaiseNotice(t, repository, o, ids, settings.notificationsUrl !== undefined),
    [TRANSACTOR, OUTBOX, IDS, SETTINGS],
  );
  bind(EVENT_SUBSCRIBER).toResolvedValue((raise) => new NotableEventsListener(raise, clock.now), [RaiseNotice]);
  bind(NoticesController).toResolvedValue(
    (t, o) => new NoticesController(new ChangeNotice(t, repository, o), t, repository, views, assertNoPaymentCard),
    [TRANSACTOR, OUTBOX],
  );
  bind(PROBLEMS).toConstantValue(noticeProblems);
  bind(CHORE).toConstantValue(NOTICE_RETENTION);
  bind(STREAM_TOPIC).toConstantValue({ name: 'notices', permission: 'notices:read', types: ['pos.notice.*'] });
  bindSending(bind);
});

function bindSending(bind: Bind): void {
  bind(NotificationsConnection)
    .toResolvedValue(
      (settings, observer) => new NotificationsConnection(settings, observer),
      [SETTINGS, SIBLING_OBSERVER],
    )
    .inSingletonScope();
  bind(CLOSING).toService(NotificationsConnection);
  bind(HEALTH_PART).toResolvedValue(
    (connection) => ({ name: 'notifications', state: () => Promise.resolve(connection.state()) }),
    [NotificationsConnection],
  );
  bind(SenderTelemetry)
    .toResolvedValue(
      (logger, metrics, pool) => {
        const telemetry = new SenderTelemetry(logger);
        telemetry.watch(metrics, () => readNoticeFigures(pool));
        return telemetry;
      },
      [LOGGER, METRICS, WORKER_POOL],
    )
    .inSingletonScope();
  bind(BACKGROUND_WORK).toResolvedValue(
    ({ client }, t, pool, telemetry, { siblingTimeoutMs }) => {
      if (client === undefined) return { name: 'notices', start: () => undefined, stop: () => Promise.resolve() };
      const send = new SendNotice(t, repository, new RemoteNotifications(client), clock);
      const due = new PostgresDueNotices(pool, siblingTimeoutMs + LEASE_SPARE_MS);
      return new NoticeSender(due, send, telemetry, PACE, clock);
    },
    [NotificationsConnection, TRANSACTOR, WORKER_POOL, SenderTelemetry, SETTINGS],
  );
}
