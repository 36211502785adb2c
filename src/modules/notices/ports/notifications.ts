import type { SendAnswer } from '../domain/delivery.js';
import type { Notice } from '../domain/notice.js';

/** The way to people who are not looking at a screen. */
export interface Notifications {
  /** Sends a notice, once for its id. Never throws for what the other side does, and never runs inside a transaction. */
  send(tenantSlug: string, notice: Notice): Promise<SendAnswer>;
}
