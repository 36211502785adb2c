import type { AnnouncedOutlet } from '../domain/announced-outlet.js';
import type { Discovery } from '../domain/discovery.js';

/** What the registry says of an outlet. */
export type RegistrySays =
  | { readonly kind: 'outlet'; readonly outlet: AnnouncedOutlet; readonly at: Date }
  | { readonly kind: 'unknown' }
  /** Somebody answered; it was not the registry, or not this question. `why` is a word. */
  | { readonly kind: 'distrusted'; readonly why: string }
  /** No answer was had; the same question may be asked again. */
  | { readonly kind: 'silent'; readonly why: string };

/** Who knows which outlets a business has. Asked outside of any transaction (GUARANTEES G2). */
export interface OutletRegistry {
  ask(tenantSlug: string, discovery: Discovery): Promise<RegistrySays>;
}
