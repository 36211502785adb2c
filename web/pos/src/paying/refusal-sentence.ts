import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { Till } from '../till.js';

/** Of the queue, and of everything else that is kept in the browser. */
const NO_ROOM: ReadonlySet<string> = new Set(['QueueFull', 'QuotaExceededError']);

/** What one says about something that did not work, and what to do next. @throws what is no refusal: a defect of the till. */
export function refusalSentence(till: Pick<Till, 't'>, error: unknown): string {
  if (error instanceof PosProblem) return error.detail ?? error.title;
  if (error instanceof PosUnreachable) return till.t('pay.unreachable');
  if (error instanceof Error && NO_ROOM.has(error.name)) return till.t('trouble.full');
  if (error instanceof Error && error.name === 'QueueUnavailable') return till.t('trouble.storage');
  if (error instanceof Error && error.name === 'SaleRefused') return refusedDetail(error);
  throw error;
}

function refusedDetail(error: Error): string {
  return 'detail' in error && typeof error.detail === 'string' ? error.detail : error.message;
}
