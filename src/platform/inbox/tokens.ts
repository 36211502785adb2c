import type { ServiceIdentifier } from 'inversify';
import type { Inbox } from './inbox.js';
import type { InboxDeadLetters, InboxHandler, TenantLookup } from './ports.js';

/** Bound once by each reaction of a module to events of siblings. */
export const INBOX_HANDLER: ServiceIdentifier<InboxHandler> = Symbol.for('pos:inbox-handler');
/** Bound by the module that knows tenants. */
export const TENANT_LOOKUP: ServiceIdentifier<TenantLookup> = Symbol.for('pos:tenant-lookup');
export const INBOX: ServiceIdentifier<Inbox> = Symbol.for('pos:inbox');
export const INBOX_DEAD_LETTERS: ServiceIdentifier<InboxDeadLetters> = Symbol.for('pos:inbox-dead-letters');
