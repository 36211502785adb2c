/** As far as browsers (and newer Nodes) have it. */
interface Locks {
  request<Result>(name: string, options: { signal?: AbortSignal }, work: () => Promise<Result>): Promise<Result>;
}

/**
 * One at a time over all tabs of the browser, where it has locks; else, or after `patienceMs` behind somebody who hangs, at
 * once. Nothing may depend on it for being right: it saves work that would be done twice.
 */
export async function exclusively<Result>(
  name: string,
  work: () => Promise<Result>,
  patienceMs = 10_000,
): Promise<Result> {
  const { locks } = (globalThis as { navigator?: { locks?: Locks } }).navigator ?? {};
  if (locks === undefined) return work();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  const turn = { isMine: false };
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      turn.isMine = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (turn.isMine || !patience.signal.aborted) throw error;
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
