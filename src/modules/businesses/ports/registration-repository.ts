import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Registration, RegistrationId } from '../domain/registration.js';

/** Keeps registrations: rows of the vendor's tenant. */
export interface RegistrationRepository {
  /** @throws Refusal `slug_not_available` when another that is open wants the slug, `registration_id_taken`. */
  add(tx: Tx, registration: Registration): Promise<void>;
  /** Locks it until the transaction ends. */
  lock(tx: Tx, id: RegistrationId): Promise<Registration | undefined>;
  find(tx: Tx, id: RegistrationId): Promise<Registration | undefined>;
  /** The registration that a business came in by. */
  ofBusiness(tx: Tx, businessId: TenantId): Promise<Registration | undefined>;
  save(tx: Tx, registration: Registration): Promise<void>;
  /** Whose slug it is, of all businesses of the installation. */
  slugOwner(tx: Tx, slug: string): Promise<TenantId | undefined>;
  /** Verified ones whose making nobody has in hand. */
  due(tx: Tx, at: Date, limit: number): Promise<readonly RegistrationId[]>;
  /** Open ones that nobody verified in time. */
  overdue(tx: Tx, at: Date, limit: number): Promise<readonly RegistrationId[]>;
}
