import { Refusal } from '../../../kernel/refusal.js';
import { NO_CHANGES, planEntries } from './entry-changes.js';
import {
  archivePricebook,
  changeDraft,
  changeEntries,
  changePricebook,
  createPricebook,
  openDraft,
} from './pricebook-lifecycle.js';
import {
  absolute,
  activeBook,
  AROUND,
  at,
  bookId,
  draft,
  extra,
  HARBOUR,
  percent,
  published,
  retired,
  scheduled,
  terms,
  versionId,
  withdrawn,
} from './pricebook.examples.js';
import { LIMITS, versionAt, type Pricebook, type PricebookRefusal, type Version } from './pricebook.js';
import { EVERYWHERE } from './scope.js';
import { publishDraft, rollBack, withdrawVersion } from './version-release.js';

const NOON = at('12:00');
const by = { by: 'user:cho', at: NOON };
const making = { ...by, id: versionId(9) };
const outlets = AROUND.outlets;

function outcomeOf<Done>(work: () => Done, said: (done: Done) => string): string {
  try {
    return said(work());
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
const entries = <Key extends string, Value>(row: Readonly<Record<Key, Value>>) => Object.entries(row) as [Key, Value][];

describe('a version', () => {
  const versions = { draft, scheduled, published, retired, withdrawn } satisfies Record<string, Version>;
  type Kind = keyof typeof versions;
  const commands = {
    withdraw: (version: Version) => withdrawVersion(activeBook, version, by).withdrawn.status,
    rollBackTo: (version: Version) => rollBack(activeBook, version, making, NO_CHANGES).version.status,
    beginDraftFrom: (version: Version) =>
      openDraft({ ...activeBook, draft: null }, version, making).state.draft?.status,
  };
  const outcomes: Record<keyof typeof commands, Record<Kind, string>> = {
    withdraw: {
      ...{ draft: 'retired', scheduled: 'retired', published: 'pricebook_version_in_force' },
      ...{ retired: 'pricebook_version_released', withdrawn: 'pricebook_version_released' },
    },
    rollBackTo: {
      ...{ draft: 'pricebook_version_never_in_force', scheduled: 'pricebook_version_never_in_force' },
      ...{
        published: 'pricebook_version_in_force',
        retired: 'published',
        withdrawn: 'pricebook_version_never_in_force',
      },
    },
    beginDraftFrom: { draft: 'draft', scheduled: 'draft', published: 'draft', retired: 'draft', withdrawn: 'draft' },
  };
  describe.each(entries(outcomes))('%s', (command, row) => {
    test.each(entries(row))('one that is %s: %s', (kind, outcome) => {
      expect(outcomeOf(() => commands[command](versions[kind]), String)).toBe(outcome);
    });
  });

  test.each<[string, Version['status'], Partial<Parameters<typeof versionAt>[0]>]>([
    ['not released', 'draft', {}],
    ['released for later', 'scheduled', { release: { ...by, effectiveAt: at('12:01') } }],
    ['released, and its time came', 'published', { release: { ...by, effectiveAt: NOON } }],
    ['released, and another is to come', 'published', { release: { ...by, effectiveAt: NOON }, endsAt: at('12:01') }],
    ['released, and another came', 'retired', { release: { ...by, effectiveAt: at('11:00') }, endsAt: NOON }],
    [
      'released for later, and the book was archived',
      'retired',
      { release: { ...by, effectiveAt: at('13:00') }, endsAt: NOON },
    ],
    ['withdrawn as a draft', 'retired', { withdrawn: by }],
    ['withdrawn before its time', 'retired', { release: { ...by, effectiveAt: at('13:00') }, withdrawn: by }],
  ])('%s is %s', (_, status, changes) => {
    expect(versionAt({ ...draft, release: null, withdrawn: null, endsAt: null, ...changes }, NOON).status).toBe(status);
  });
});

describe('a book', () => {
  const books: Record<string, Pricebook> = {
    fresh: { ...activeBook, status: 'draft', inForce: null, scheduled: [] },
    active: activeBook,
    withoutDraft: { ...activeBook, draft: null },
    archived: { ...activeBook, status: 'archived', draft: null, scheduled: [], inForce: null, archivedAt: at('10:00') },
  };
  const around = { ...AROUND, family: new Map([[bookId(8), null]]), currencies: new Map([[bookId(8), 'USD']]) };
  const plan = planEntries([], new Map([['latte', absolute(400)]]));
  const commands: Record<string, (book: Pricebook) => { state: Pricebook }> = {
    rename: (book) => changePricebook(book, { name: 'Other' }, NOON, around),
    adopt: (book) => changePricebook(book, { parentId: bookId(8) }, NOON, around),
    changeDraft: (book) => changeDraft(book, { priority: 7 }, NOON, outlets),
    changeEntries: (book) => changeEntries(book, plan, NOON),
    openDraft: (book) => openDraft(book, published, making),
    publish: (book) => publishDraft(book, null, by, NO_CHANGES),
    schedule: (book) => publishDraft(book, at('13:00'), by, NO_CHANGES),
    publishInThePast: (book) => publishDraft(book, at('11:59'), by, NO_CHANGES),
    rollBack: (book) => rollBack(book, retired, making, NO_CHANGES),
    withdraw: (book) => withdrawVersion(book, scheduled, by),
    archive: (book) => archivePricebook(book, NOON, new Map()),
    archiveParent: (book) => archivePricebook(book, NOON, new Map([[bookId(2), book.id]])),
  };
  const ARCHIVED: PricebookRefusal = 'pricebook_archived';
  const NO_DRAFT: PricebookRefusal = 'pricebook_no_draft';
  const outcomes: Record<string, Record<keyof typeof books, Pricebook['status'] | PricebookRefusal>> = {
    rename: { fresh: 'draft', active: 'active', withoutDraft: 'active', archived: ARCHIVED },
    adopt: {
      fresh: 'draft',
      active: 'pricebook_parent_fixed',
      withoutDraft: 'pricebook_parent_fixed',
      archived: ARCHIVED,
    },
    changeDraft: { fresh: 'draft', active: 'active', withoutDraft: NO_DRAFT, archived: ARCHIVED },
    changeEntries: { fresh: 'draft', active: 'active', withoutDraft: NO_DRAFT, archived: ARCHIVED },
    openDraft: {
      fresh: 'pricebook_draft_exists',
      active: 'pricebook_draft_exists',
      withoutDraft: 'active',
      archived: ARCHIVED,
    },
    publish: { fresh: 'active', active: 'active', withoutDraft: NO_DRAFT, archived: ARCHIVED },
    schedule: { fresh: 'active', active: 'active', withoutDraft: NO_DRAFT, archived: ARCHIVED },
    publishInThePast: {
      ...{ fresh: 'pricebook_publish_time_passed', active: 'pricebook_publish_time_passed' },
      ...{ withoutDraft: NO_DRAFT, archived: ARCHIVED },
    },
    rollBack: { fresh: 'draft', active: 'active', withoutDraft: 'active', archived: ARCHIVED },
    withdraw: { fresh: 'draft', active: 'active', withoutDraft: 'active', archived: ARCHIVED },
    archive: { fresh: 'archived', active: 'archived', withoutDraft: 'archived', archived: 'archived' },
    archiveParent: {
      ...{
        fresh: 'pricebook_in_use',
        active: 'pricebook_in_use',
        withoutDraft: 'pricebook_in_use',
        archived: 'archived',
      },
    },
  };
  test('every command is in the table', () => expect(Object.keys(outcomes)).toEqual(Object.keys(commands)));
  describe.each(entries(outcomes))('%s', (command, row) => {
    test.each(entries(row))('one that is %s: %s', (kind, outcome) => {
      const work = () => commands[command]?.(books[kind] as Pricebook);
      expect(outcomeOf(work, (done) => done?.state.status ?? '')).toBe(outcome);
    });
  });

  test('a change counts once, tells what was before, and no change tells nothing', () => {
    const changed = changePricebook(activeBook, { name: 'Other' }, NOON, AROUND);
    expect(changed.state).toMatchObject({ revision: 8, updatedAt: NOON });
    expect(changed.events).toMatchObject([
      { type: 'pos.pricebook.changed', sequence: 8, data: { pricebookBefore: { name: 'Happy hour' } } },
    ]);
    expect(changePricebook(activeBook, { name: 'Happy hour' }, NOON, AROUND)).toEqual({
      state: activeBook,
      events: [],
    });
    expect(changeDraft(activeBook, { priority: 0 }, NOON, outlets).events).toEqual([]);
    expect(changeEntries(activeBook, planEntries([], new Map([['x', null]])), NOON).events).toEqual([]);
  });

  test('publishing tells what it replaces; a scheduled version takes its turn', () => {
    const now = publishDraft(activeBook, null, by, { ...NO_CHANGES, added: 3 });
    expect(now.state).toMatchObject({
      draft: null,
      inForce: { number: 5, release: { by: 'user:cho', effectiveAt: NOON } },
    });
    expect(now.events).toMatchObject([
      {
        type: 'pos.pricebook.published',
        data: { version: { number: 5 }, versionBefore: { number: 3 }, entries: { added: 3 } },
      },
    ]);
    const later = publishDraft(activeBook, at('17:00'), by, NO_CHANGES);
    expect(later.state.scheduled.map(({ number }) => number)).toEqual([5, 4]);
    expect(later.events).toMatchObject([{ type: 'pos.pricebook.changed', data: { version: { status: 'scheduled' } } }]);
    const full = { ...activeBook, scheduled: Array.from({ length: LIMITS.scheduled }, () => scheduled) };
    expect(() => publishDraft(full, at('17:00'), by, NO_CHANGES)).toThrow('too_many_versions_scheduled');
  });

  test('rolling back makes a new version and leaves the draft alone', () => {
    const { state, version, events } = rollBack(activeBook, { ...retired, entryCount: 4 }, making, NO_CHANGES);
    expect(version).toMatchObject({ number: 6, copiedFrom: 2, entryCount: 4 });
    expect(state).toMatchObject({ lastNumber: 6, draft: { number: 5 }, inForce: { number: 6 } });
    expect(events).toMatchObject([{ type: 'pos.pricebook.rolled_back', data: { versionBefore: { number: 3 } } }]);
  });

  test('a draft has room for so many entries', () => {
    const full = { ...activeBook, draft: { ...draft, entryCount: LIMITS.entries } };
    expect(() => changeEntries(full, planEntries([], new Map([['x', extra(1)]])), NOON)).toThrow('pricebook_too_large');
  });
});

describe('what a book cannot be', () => {
  const wish = { code: null, name: 'Happy hour', currency: 'USD', parentId: null, terms: terms() };
  const twice = { category: 'Tea', effect: percent('-1') };
  test.each<[string, object, string[]]>([
    ['nothing wrong', {}, []],
    ['a blank name', { name: ' ' }, ['/name']],
    ['a code with blanks', { code: 'a b' }, ['/code']],
    ['a currency that is none', { currency: 'XXX' }, ['/currency']],
    ['a parent that is not there', { parentId: bookId(9) }, ['/parentId']],
    ['a parent in another currency', { parentId: bookId(8) }, ['/parentId']],
    ['a priority out of range', { terms: terms({ priority: 1000 }) }, ['/priority']],
    [
      'an outlet that is not there',
      { terms: terms({ scope: { ...EVERYWHERE, outletIds: [HARBOUR, 'x'] as never } }) },
      ['/scope/outletIds/1'],
    ],
    ['no channel at all', { terms: terms({ scope: { ...EVERYWHERE, channels: [] } }) }, ['/scope/channels']],
    [
      'a blank group',
      { terms: terms({ scope: { ...EVERYWHERE, customerGroups: [' '] } }) },
      ['/scope/customerGroups/0'],
    ],
    [
      'hours that are none',
      {
        terms: terms({
          scope: { ...EVERYWHERE, schedule: { windows: [{ weekdays: [8], from: '17:00', to: '19:00' }] } },
        }),
      },
      ['/scope/schedule/windows/0/weekdays'],
    ],
    ['two rules for one category', { terms: terms({ rules: [twice, twice] }) }, ['/rules/1/category']],
    [
      'a rule in another currency',
      { currency: 'EUR', terms: terms({ rules: [{ category: null, effect: absolute(1) }] }) },
      ['/rules/0/amount/currency'],
    ],
    [
      'a negative price',
      { terms: terms({ rules: [{ category: null, effect: absolute(-1) }] }) },
      ['/rules/0/amount/amount'],
    ],
    [
      'more than all off',
      { terms: terms({ rules: [{ category: null, effect: percent('-100.000001') }] }) },
      ['/rules/0/rate'],
    ],
  ])('%s', (_, changes, pointers) => {
    const around = { ...AROUND, family: new Map([[bookId(8), null]]), currencies: new Map([[bookId(8), 'EUR']]) };
    const make = () => createPricebook({ ...wish, ...changes }, { ...by, id: bookId(1) }, versionId(1), around);
    let found: string[] = [];
    try {
      make();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found = error.fields.map(({ pointer }) => pointer);
    }
    expect(found).toEqual(pointers);
  });

  test('a scope has one way to be written', () => {
    const always = { startsOn: null, endsOn: null, windows: [] };
    const scope = { outletIds: [HARBOUR, HARBOUR], channels: null, customerGroups: ['b', 'a'], schedule: always };
    const { state } = createPricebook(
      { ...wish, terms: terms({ scope }) },
      { ...by, id: bookId(1) },
      versionId(1),
      AROUND,
    );
    expect(state.draft?.terms.scope).toEqual({
      outletIds: [HARBOUR],
      channels: null,
      customerGroups: ['a', 'b'],
      schedule: null,
    });
  });
});
