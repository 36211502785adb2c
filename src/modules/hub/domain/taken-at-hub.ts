/** What changes something at a hub: the queue, who is signed in, signs of life; and what only calculates. Below `/v1/:tenant/pos`. */
const TAKEN: ReadonlySet<string> = new Set([
  'POST /sync/batches',
  'POST /sync/entries/:entryId/retry',
  'POST /sync/entries/:entryId/release',
  'POST /sync/entries/:entryId/discard',
  'POST /sessions',
  'POST /sessions/end',
  'DELETE /sessions/current',
  'POST /sessions/current/heartbeat',
  'POST /sessions/current/lock',
  'POST /sessions/current/unlock',
  'DELETE /sessions/:sessionId',
  'POST /sign-in/locks/:lockId/lift',
  'POST /approvals/on-the-spot',
  'POST /devices/self/heartbeats',
  'POST /quotes',
  'POST /promotions/simulations',
  'POST /pricing/replay',
]);
const BELOW = '/v1/:tenant/pos';
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for requests that a hub takes: reads, and what is not the cloud's to decide.
 * @param route as the program writes it: `/v1/:tenant/pos/orders`.
 */
export function isTakenAtHub(method: string, route: string): boolean {
  if (READS.has(method)) return true;
  return route.startsWith(BELOW) && TAKEN.has(`${method} ${route.slice(BELOW.length)}`);
}
