/** How a notice may reach people; the service decides by what it knows of them. */
export type NotificationChannel = 'push' | 'email' | 'sms';

/** A notice to be brought to people. */
export interface NotificationRequest {
  /** Our id of it: the service sends one notice for a reference, for ever. */
  readonly reference: string;
  /** The channels that fit it, best first. */
  readonly channels: readonly NotificationChannel[];
  /** The service has the words, in the languages of those who read them. */
  readonly template: string;
  readonly severity: 'info' | 'warning' | 'critical';
  /** Whoever has one of the roles, at the outlet; null: in the business. */
  readonly recipients: { readonly roles: readonly string[]; readonly outletId: string | null };
  /** What the template shows: amounts, ids, words. Nothing about people. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** A message to one address, which may hold a code or a link that nobody else is to read: it is never stored or logged here. */
export interface DirectMessage {
  /** Our id of it: the service sends one message for a reference, for ever. */
  readonly reference: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  /** The service has the words. */
  readonly template: string;
  /** Of the reader, as a language tag; absent: the service decides. */
  readonly language?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the service says: it took the notice, or why not, with a stable word. */
export type NotificationAnswer =
  { readonly said: 'yes'; readonly id: string } | { readonly said: 'no'; readonly code: string };
