import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { AnnouncedUser, FollowUser } from '../../application/follow-user.js';

/** Whether the user works here after it; `undefined`: as before. */
const ACTIVE = {
  'auth.user.registered': true,
  'auth.user.changed': undefined,
  'auth.user.disabled': false,
} as const;

type TextName = Exclude<keyof AnnouncedUser, 'userId' | 'active' | 'roles' | 'emailVerified'>;

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const PHONE = /^\+[1-9][0-9]{5,14}$/;
const LOCALE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/;
const ROLE = /^[a-z][a-z0-9_]{1,39}$/;
const USER_ID_MAX = 255;
const ROLES_MAX = 20;

/** The longest that a text may be, and its form. */
const TEXTS: Readonly<Record<TextName, readonly [max: number, form: RegExp]>> = {
  displayName: [100, /\S/],
  firstName: [100, /\S/],
  lastName: [100, /\S/],
  email: [254, EMAIL],
  phone: [16, PHONE],
  locale: [35, LOCALE],
};

/** The auth service tells who its users are; ours come, change and go accordingly. */
export class UserAnnouncements implements InboxHandler {
  readonly types = Object.keys(ACTIVE);

  constructor(private readonly followUser: FollowUser) {}

  /** Announcements carry the state: a late one must not undo a newer one. */
  newestOf({ data }: InboundEvent): string | undefined {
    const id = told(data)['id'];
    return isUserId(id) ? `users/${id}`.slice(0, USER_ID_MAX) : undefined;
  }

  readonly handle: InboxHandler['handle'] = async (tx, context, event) => {
    await this.followUser.execute(tx, context, announcedBy(event));
  };
}

/** Members that we do not know are passed over: the auth service may tell more in time. @throws Refusal `user_announcement_invalid`. */
function announcedBy({ type, data }: InboundEvent): AnnouncedUser {
  const members = told(data);
  const fields: RefusedField[] = [];
  const { id: userId } = members;
  if (!isUserId(userId)) fields.push({ pointer: '/data/id', message: `must be 1 to ${USER_ID_MAX} characters` });
  const texts: Partial<Record<TextName, string>> = {};
  for (const [name, [max, form]] of Object.entries(TEXTS) as [TextName, (typeof TEXTS)[TextName]][]) {
    const value = members[name] ?? undefined;
    if (typeof value === 'string' && value.length <= max && form.test(value)) texts[name] = value;
    else if (value !== undefined) fields.push({ pointer: `/data/${name}`, message: 'must be text of its form' });
  }
  if (fields.length > 0) throw new Refusal('user_announcement_invalid', {}, fields);
  const active = ACTIVE[type as keyof typeof ACTIVE];
  const roles = rolesIn(members['roles']);
  const emailVerified = members['emailVerified'] === true;
  return { userId: userId as string, ...texts, emailVerified, roles, ...(active === undefined ? {} : { active }) };
}

/** Roles of other services are none of ours. */
function rolesIn(value: unknown): string[] {
  const texts = Array.isArray(value) ? (value as unknown[]) : [];
  return texts.filter((text): text is string => typeof text === 'string' && ROLE.test(text)).slice(0, ROLES_MAX);
}

function told(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}

function isUserId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= USER_ID_MAX;
}
