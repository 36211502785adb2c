import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { MessageKey } from '../messages/translate.js';

/** What to say when a device could not be linked. */
export interface LinkRefusal {
  readonly key: MessageKey;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @param timeText of the server's time. @throws what is neither a refusal nor an outage. */
export function refusalOf(error: unknown, timeText: (at: Date) => string): LinkRefusal {
  if (error instanceof PosUnreachable) return { key: 'link.offline', parameters: {} };
  if (!(error instanceof PosProblem)) throw error;
  const { code, status } = error;
  if (code === 'proof_refused') {
    const { serverTime } = error.document;
    const time = typeof serverTime === 'string' ? timeText(new Date(serverTime)) : '?';
    return { key: 'link.clock', parameters: { time } };
  }
  if (code === 'entitlement_exceeded') return { key: 'link.full', parameters: {} };
  if (status === 401 || status === 404) return { key: 'link.wrong', parameters: {} };
  if (status >= 500) return { key: 'link.offline', parameters: {} };
  return { key: 'link.failed', parameters: { detail: error.detail ?? error.title } };
}
