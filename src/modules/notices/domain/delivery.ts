/** The way of a notice to the notifications service. */
export type Delivery =
  /** It is not sent: there is no such service, or somebody has seen it before it left. */
  | { readonly state: 'none'; readonly tries: number }
  | { readonly state: 'pending'; readonly tries: number; readonly nextTryAt: Date; readonly error: string | null }
  | { readonly state: 'sent'; readonly tries: number; readonly sentAt: Date }
  | { readonly state: 'failed'; readonly tries: number; readonly error: string };

/** What the service answered. */
export type SendAnswer =
  | { readonly kind: 'accepted' }
  /** It does not take this notice, now or ever; a word. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody knows, or not now. */
  | { readonly kind: 'unanswered'; readonly error: string };

export const NOT_SENT: Delivery = { state: 'none', tries: 0 };

const FIRST_WAIT_MS = 10_000;
const GROWTH = 3;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_AFTER_MS = 3 * 86_400_000;

/** To be sent from now on. */
export function toBeSent(at: Date): Delivery {
  return { state: 'pending', tries: 0, nextTryAt: at, error: null };
}

/** Not to be sent any more, if it was not sent yet. */
export function halted(delivery: Delivery): Delivery {
  return delivery.state === 'pending' ? { state: 'none', tries: delivery.tries } : delivery;
}

/**
 * After an answer: tried again after 10 s, 30 s, 90 s … at most an hour (each up to a fifth more or less), for three days after it
 * was raised. What is not pending stays as it is.
 * @param random from 0 to 1.
 */
export function afterTry(delivery: Delivery, answer: SendAnswer, raisedAt: Date, at: Date, random: number): Delivery {
  if (delivery.state !== 'pending') return delivery;
  const tries = delivery.tries + 1;
  if (answer.kind === 'accepted') return { state: 'sent', tries, sentAt: at };
  if (answer.kind === 'refused') return { state: 'failed', tries, error: answer.code };
  const { error } = answer;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** (tries - 1)) * (0.8 + 0.4 * random);
  const nextTryAt = new Date(at.getTime() + Math.round(waitMs));
  if (nextTryAt.getTime() > raisedAt.getTime() + GIVE_UP_AFTER_MS) return { state: 'failed', tries, error };
  return { state: 'pending', tries, nextTryAt, error };
}
