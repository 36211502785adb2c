import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../test/harness/service.js';
import { Refusal } from '../../kernel/refusal.js';
import { runPrepared } from '../postgres/transaction.js';
import { IDS, OUTBOX, TRANSACTOR } from '../tokens.js';
import { UnknownTenant, Inbox } from './inbox.js';
import { BY_CALLBACK, BY_KAFKA, inboundEvent, Scribe } from './inbox.examples.js';
import type { InboundEvent } from './inbound-event.js';
import { NOBODY } from './ports.js';
import { PostgresInboxDeadLetters, type NewDeadLetter } from './postgres-dead-letters.js';
import { TENANT_LOOKUP } from './tokens.js';

let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

function inboxOf(...handlers: Scribe[]): Inbox {
  const { container } = service.api;
  return new Inbox(container.get(TRANSACTOR), container.get(TENANT_LOOKUP), container.get(IDS), handlers);
}

/** Its effect is an event of ours, in the outbox. */
function telling(): Scribe {
  return new Scribe(['auth.test.*'], (tx, event) => {
    const { id: aggregateId } = event;
    const told = { type: 'pos.test', aggregate: 'tests', aggregateId, sequence: 1, outletId: null, data: {} };
    service.api.container.get(OUTBOX).append(tx, [told]);
    return Promise.resolve();
  });
}

const effectsOf = async ({ id }: InboundEvent): Promise<number> =>
  (await rows(`select from events where aggregate_id = '${id}'`)).length;
const rememberedOf = ({ id }: InboundEvent) =>
  rows(`select via, delivery from inbox_messages where event_id = '${id}'`);

async function rows(question: string): Promise<unknown[]> {
  const { container } = service.api;
  return container
    .get(TRANSACTOR)
    .read({ tenantId: service.tenant.id }, (tx) => runPrepared(tx, `t${randomUUID()}`, question, []));
}

const event = (changes: Partial<InboundEvent> = {}) => inboundEvent(service.tenant.slug, changes);

describe('an event', () => {
  test('works once, however often and by whichever door it comes', async () => {
    const inbox = inboxOf(telling());
    const one = event();
    expect(await inbox.receive(one, BY_KAFKA)).toBe('accepted');
    expect(await inbox.receive(one, BY_CALLBACK)).toBe('duplicate');
    expect(await effectsOf(one)).toBe(1);
    expect(await rememberedOf(one)).toEqual([{ via: 'kafka', delivery: BY_KAFKA.name }]);
  });

  test('works once when it comes by all doors at the same time', async () => {
    const inbox = inboxOf(telling());
    const one = event();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => inbox.receive(one, BY_KAFKA)));
    expect(outcomes.sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'duplicate')]);
    expect(await effectsOf(one)).toBe(1);
  });

  test('that fails leaves nothing, and works the next time', async () => {
    const scribe = telling();
    const inbox = inboxOf(scribe);
    const one = event();
    scribe.failing = () => new Refusal('outlet_invalid');
    await expect(inbox.receive(one, BY_KAFKA)).rejects.toThrow(Refusal);
    expect([await effectsOf(one), await rememberedOf(one)]).toEqual([0, []]);
    scribe.failing = () => undefined;
    expect(await inbox.receive(one, BY_KAFKA)).toBe('accepted');
    expect(await effectsOf(one)).toBe(1);
  });

  test('of the same id from another sibling is another', async () => {
    const inbox = inboxOf(new Scribe(['auth.test.*', 'treasury.*']));
    const one = event();
    expect(await inbox.receive(one, BY_KAFKA)).toBe('accepted');
    expect(await inbox.receive({ ...one, source: 'treasury', type: 'treasury.paid' }, BY_KAFKA)).toBe('accepted');
  });

  test('that nobody reacts to is not even remembered, whoever it is for', async () => {
    const one = event({ type: 'auth.user.born', tenantSlug: 'no-such-tenant' });
    expect(await inboxOf(telling()).receive(one, BY_KAFKA)).toBe('ignored');
    expect(await rememberedOf(one)).toEqual([]);
  });

  test('for a business that is not ours is not taken', async () => {
    await expect(inboxOf(telling()).receive(event({ tenantSlug: 'no-such-tenant' }), BY_KAFKA)).rejects.toThrow(
      UnknownTenant,
    );
  });

  test('is told on behalf of the sibling', async () => {
    const one = event();
    await inboxOf(telling()).receive(one, { ...BY_CALLBACK, requestId: 'request-1' });
    expect(await rows(`select actor, request_id from events where aggregate_id = '${one.id}'`)).toEqual([
      { actor: 'system:auth', request_id: 'request-1' },
    ]);
  });
});

describe('where only the newest state counts', () => {
  const at = (time: string) => ({ time: new Date(`2026-01-05T${time}:00Z`) });

  test.each([
    { title: 'a later time', first: at('10:00'), second: at('11:00'), outcome: 'accepted' },
    { title: 'the same time', first: at('10:00'), second: at('10:00'), outcome: 'accepted' },
    { title: 'an earlier time', first: at('10:00'), second: at('09:00'), outcome: 'ignored' },
    { title: 'the next number', first: { sequence: 1 }, second: { sequence: 2 }, outcome: 'accepted' },
    { title: 'the same number', first: { sequence: 1 }, second: { sequence: 1 }, outcome: 'ignored' },
    {
      title: 'the next number, though its clock is behind',
      first: { sequence: 1, ...at('10:00') },
      second: { sequence: 2, ...at('09:00') },
      outcome: 'accepted',
    },
    { title: 'neither time nor number', first: at('10:00'), second: {}, outcome: 'accepted' },
  ])('an event with $title is $outcome', async ({ first, second, outcome }) => {
    const subject = randomUUID();
    const scribe = new Scribe(['auth.test.*'], undefined, () => subject);
    const inbox = inboxOf(scribe);
    expect(await inbox.receive(event(first), BY_KAFKA)).toBe('accepted');
    const late = event(second);
    expect(await inbox.receive(late, BY_CALLBACK)).toBe(outcome);
    expect(await inbox.receive(late, BY_KAFKA)).toBe('duplicate');
    expect(scribe.handled).toHaveLength(outcome === 'accepted' ? 2 : 1);
  });
});

describe('dead letters', () => {
  let scribe: Scribe;
  let letters: PostgresInboxDeadLetters;
  beforeEach(() => {
    scribe = new Scribe();
    const { container } = service.api;
    letters = new PostgresInboxDeadLetters(container.get(TRANSACTOR), inboxOf(scribe), container.get(IDS));
  });

  function letterOf(one: InboundEvent, changes: Partial<NewDeadLetter> = {}): NewDeadLetter {
    const { source, id, type, tenantSlug: tenant, data } = one;
    const envelope = JSON.stringify({ specversion: '1.0', id, source: `/${source}`, type, tenant, data });
    return { source, eventId: id, type, delivery: BY_KAFKA, envelope, reason: 'why', attempts: 5, ...changes };
  }
  const only = async (eventId: string, tenantId = service.tenant.id) => {
    const found = (await letters.list(tenantId, { limit: 200 })).filter((one) => one.eventId === eventId);
    expect(found).toHaveLength(1);
    return found[0] as (typeof found)[number];
  };

  test('are kept once, and count their tries', async () => {
    const one = event();
    await letters.keep(service.tenant.id, letterOf(one));
    await letters.keep(service.tenant.id, letterOf(one, { reason: 'why again' }));
    const letter = await only(one.id);
    expect(letter).toMatchObject({
      source: 'auth',
      type: one.type,
      via: 'kafka',
      reason: 'why again',
      attempts: 10,
      status: 'dead',
    });
    expect(await letters.get(service.tenant.id, letter.id)).toEqual(letter);
  });

  test('are tried again, once', async () => {
    const one = event();
    await letters.keep(service.tenant.id, letterOf(one));
    const { id } = await only(one.id);
    scribe.failing = () => new Refusal('outlet_invalid', {}, [{ pointer: '/name', message: 'must be text' }]);
    expect(await letters.redrive(service.tenant.id, id)).toMatchObject({
      status: 'dead',
      reason: 'outlet_invalid; /name must be text',
      attempts: 6,
    });
    scribe.failing = () => undefined;
    expect(await letters.redrive(service.tenant.id, id)).toMatchObject({
      status: 'redriven',
      redrivenAt: expect.any(Date),
    });
    await letters.redrive(service.tenant.id, id);
    expect(scribe.handled).toMatchObject([{ id: one.id, data: one.data }]);
    expect(await letters.list(service.tenant.id, { limit: 200, status: 'dead' })).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  test('of a business that came later find it', async () => {
    const slug = `late-${randomUUID().slice(0, 8)}`;
    const one = event({ tenantSlug: slug });
    await letters.keep(NOBODY, letterOf(one));
    const { id } = await only(one.id, NOBODY);
    expect(await letters.redrive(NOBODY, id)).toMatchObject({ status: 'dead', reason: `there is no business ${slug}` });
    await service.createTenant(slug);
    expect(await letters.redrive(NOBODY, id)).toMatchObject({ status: 'redriven' });
    expect(scribe.handled).toMatchObject([{ tenantSlug: slug }]);
  });

  test('that are no events, too long or unprintable are kept as far as can be', async () => {
    const envelope = `{"a":"\0\ud800${'x'.repeat(300_000)}"}`;
    const one = event();
    await letters.keep(service.tenant.id, letterOf(one, { type: null, envelope, reason: 'r'.repeat(5_000) }));
    const letter = await only(one.id);
    expect(letter).toMatchObject({ type: null, truncated: true, reason: 'r'.repeat(1_000) });
    expect(letter.envelope).toHaveLength(262_144);
    expect(await letters.redrive(service.tenant.id, letter.id)).toMatchObject({
      status: 'dead',
      reason: expect.stringContaining('too long'),
    });
  });

  test('are listed newest first, page by page, each tenant its own', async () => {
    const tenant = await service.createTenant();
    const events = Array.from({ length: 5 }, () => event({ tenantSlug: tenant.slug }));
    for (const one of events) await letters.keep(tenant.id, letterOf(one));
    const seen: string[] = [];
    let after: { receivedAt: Date; id: string } | undefined;
    for (;;) {
      const page = await letters.list(tenant.id, { limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.slice(0, 2).map(({ eventId }) => eventId));
      after = page[1];
      if (page.length <= 2) break;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(events.map(({ id }) => id)));
    expect(await letters.redrive(service.tenant.id, (await only(events[0]?.id ?? '', tenant.id)).id)).toBeUndefined();
  });
});
