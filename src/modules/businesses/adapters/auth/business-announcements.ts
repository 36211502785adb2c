import { isUuid, type TenantId } from '../../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { FollowRegistry } from '../../application/follow-registry.js';
import type { BusinessStatus } from '../../domain/business.js';
import { PLATFORM } from '../../domain/platform.js';
import { INDUSTRIES, type Industry, type RegistrationRefusal } from '../../domain/registration.js';
import type { AnnouncedTenants } from '../../ports/announced-tenants.js';

const STATUS: Readonly<Record<string, BusinessStatus | undefined>> = {
  'auth.tenant.registered': undefined,
  'auth.tenant.changed': undefined,
  'auth.tenant.suspended': 'suspended',
  'auth.tenant.resumed': 'active',
  'auth.tenant.closed': 'closed',
};
const REASON_MAX = 500;

/**
 * The auth service tells of businesses. A new one comes in the name of the vendor (`platform`) and is made by the worker; what
 * becomes of one that is here comes in its own name.
 */
export class BusinessAnnouncements implements InboxHandler {
  readonly types = Object.keys(STATUS);

  constructor(
    private readonly followRegistry: FollowRegistry,
    private readonly tenants: AnnouncedTenants,
  ) {}

  /** Announcements carry the state: a late one must not undo a newer one. */
  newestOf({ tenantSlug, data }: InboundEvent): string | undefined {
    if (tenantSlug !== PLATFORM.slug) return 'tenant';
    const id = idIn(data);
    return id === undefined ? undefined : `tenants/${id}`;
  }

  readonly handle: InboxHandler['handle'] = async (tx, context, event) => {
    const { type, tenantSlug, data } = event;
    const told = toldBy(data);
    if (tenantSlug !== PLATFORM.slug) {
      const { name, currency, reason } = told.texts;
      const status = STATUS[type];
      await this.tenants.follow(tx, context, {
        reason: reason?.slice(0, REASON_MAX) ?? 'the auth service says so',
        ...(status !== undefined && { status }),
        ...(name !== undefined && { name }),
        ...(currency !== undefined && { currency }),
      });
      return;
    }
    // What becomes of a business is told in its own name: nothing of it may touch the vendor.
    if (type !== 'auth.tenant.registered') throw invalid([{ pointer: '/tenant', message: 'must be the business' }]);
    await this.followRegistry.execute(tx, context, announcedBy(told));
  };
}

interface Told {
  readonly id: TenantId | undefined;
  readonly texts: Readonly<Record<string, string | undefined>>;
}

const TEXTS = ['slug', 'name', 'currency', 'country', 'region', 'timeZone', 'industry', 'plan', 'language', 'reason'];

/** Members that we do not know are passed over: the auth service may tell more in time. @throws Refusal `registration_invalid`. */
function toldBy(data: unknown): Told {
  const told = (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
  const fields: RefusedField[] = [];
  const texts: Record<string, string> = {};
  for (const name of TEXTS) {
    const value = told[name] ?? undefined;
    if (typeof value === 'string') texts[name] = value;
    else if (value !== undefined) fields.push({ pointer: `/data/${name}`, message: 'must be text' });
  }
  if (fields.length > 0) throw invalid(fields);
  return { id: idIn(data), texts };
}

function announcedBy({ id, texts }: Told) {
  const { slug = '', name = '', currency = '', country = null, region = null, timeZone = null, plan = null } = texts;
  if (id === undefined) throw invalid([{ pointer: '/data/id', message: 'must be a UUID' }]);
  const { industry = null, language = 'en' } = texts;
  if (industry !== null && !INDUSTRIES.some((one) => one === industry))
    throw invalid([{ pointer: '/data/industry', message: `must be one of ${INDUSTRIES.join(', ')}` }]);
  const named = { businessId: id, slug, name, currency, country, region, timeZone, plan, language };
  return { ...named, industry: industry as Industry | null };
}

function idIn(data: unknown): TenantId | undefined {
  const id = (data as { id?: unknown } | null)?.id;
  return typeof id === 'string' && isUuid(id.toLowerCase()) ? (id.toLowerCase() as TenantId) : undefined;
}

function invalid(fields: RefusedField[]): Refusal<RegistrationRefusal> {
  return new Refusal('registration_invalid', {}, fields);
}
