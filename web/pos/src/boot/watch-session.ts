import { effect } from '@preact/signals';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { Frame } from '../shell/frame.js';
import { isSessionGone, type Door } from '../sign-in/door.js';

const LOOK_MS = 2_000;
const BEAT_MS = 60_000;
const WINDOWS = 'pos-till-windows';

interface SessionBeat {
  readonly session: { readonly status: string };
  readonly warnings: readonly { readonly code: string; readonly at: string }[];
}

/** Locks when nobody touches the till, tells the server that the session is in use, and hears when it has ended. */
export function watchSession(frame: Frame, watched: { at: number }): void {
  const { door, network } = frame.parts;
  shareAmongWindows(door);
  let beatAt = 0;
  setInterval(() => {
    watched.at = Math.max(watched.at, door.touchedAt);
    door.look();
    const isDue = Date.now() - beatAt >= BEAT_MS;
    if (!isDue || !network.online.value || door.state.value.kind !== 'open') return;
    beatAt = Date.now();
    void beat(frame);
  }, LOOK_MS);
  // A lock from afar ends what is signed in there; the screen says why.
  effect(() => {
    if (frame.parts.life.locked.value !== null && door.person.peek() !== null) door.signOut('signed-out-by-office');
  });
}

/** A device has one session: whoever signs in again in another window takes it along, and sells on in both. */
function shareAmongWindows(door: Door): void {
  const windows = new BroadcastChannel(WINDOWS);
  effect(() => {
    const { personId, sessionId = null } = door.person.value ?? {};
    if (personId !== undefined && sessionId !== null) windows.postMessage(personId);
  });
  windows.addEventListener('message', ({ data }: MessageEvent<string>) => door.handOver(data));
}

async function beat(frame: Frame): Promise<void> {
  const { door } = frame.parts;
  const sessionId = door.person.value?.sessionId ?? null;
  if (sessionId === null) return;
  const body = { lastTouchAt: new Date(door.touchedAt + frame.client().skewMs).toISOString() };
  try {
    const path = '/pos/sessions/current/heartbeat';
    const { session, warnings } = await frame.client().request<SessionBeat>('POST', path, { body, attempts: 1 });
    if (door.person.value?.sessionId !== sessionId) return;
    const ends = warnings.find(({ code }) => code === 'session_ends_soon');
    door.endsAt.value = ends === undefined ? null : new Date(ends.at);
    if (session.status === 'locked') door.lock('idle');
    if (session.status === 'ended' || session.status === 'expired') door.signOut('session-over');
  } catch (error) {
    const isSame = door.person.value?.sessionId === sessionId;
    if (isSessionGone(error)) {
      if (isSame) door.signOut('session-over');
      return;
    }
    if (!(error instanceof PosProblem) && !(error instanceof PosUnreachable)) throw error;
  }
}
