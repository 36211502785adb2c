import { signal } from '@preact/signals';

/** Whether a newer version of the till waits to take over. */
export const updateReady = signal(false);

let registration: ServiceWorkerRegistration | undefined;
let isTakingOver = false;

const LOOK_MS = 3_600_000;

/** Has the browser keep the till's own files, so that it starts without a network. A newer version waits until somebody lets it. */
export async function keepOffline(): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker === undefined) return;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTakingOver) location.reload();
  });
  try {
    registration = await serviceWorker.register('./service-worker.js', { scope: './' });
  } catch (error) {
    // Private windows and plain http have none: the till then works while the network does.
    if (error instanceof DOMException || error instanceof TypeError) return;
    throw error;
  }
  const look = (): void =>
    void (updateReady.value = registration?.waiting != null && serviceWorker.controller !== null);
  look();
  registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', look));
  setInterval(lookForUpdate, LOOK_MS);
}

/** Asks the server for a newer version. */
export function lookForUpdate(): void {
  registration?.update().catch((error: unknown) => {
    // Without a network there is none.
    if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
  });
}

/** Lets the newer version take over; the page begins anew. Call it with an empty basket only. */
export function applyUpdate(): void {
  isTakingOver = true;
  registration?.waiting?.postMessage('take-over');
}
