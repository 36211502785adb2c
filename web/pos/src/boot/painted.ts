/** A page that nobody sees is not painted. */
const UNSEEN_MS = 500;

/** Resolves when the page has been painted as it is now; where nobody sees it, soon. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
