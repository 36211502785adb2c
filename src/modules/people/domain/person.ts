import type { Id } from '../../../kernel/ids.js';

export type PersonId = Id<'person'>;

/** Somebody who works for the business, as other modules see them. */
export interface Person {
  readonly id: PersonId;
  /** Their subject in the auth service; `null`: known only here. */
  readonly userId: string | null;
  /** As screens and receipts show it. */
  readonly displayName: string;
  readonly email: string | null;
  readonly status: 'active' | 'disabled';
}

/** Whom events and the audit name when this person acts, however they signed in: one person is one actor. */
export function actorIdOf({ id, userId }: Pick<Person, 'id' | 'userId'>): string {
  return userId ?? id;
}
