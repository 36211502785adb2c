import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { followAnnounced, openAnnounced, receiptPrefixOf, type AnnouncedOutlet } from './announced-outlet.js';
import { open, OUTLET_ID } from './outlet.examples.js';

function outcomeOf(work: () => { events: readonly { type: string }[] }): string {
  try {
    return work().events[0]?.type ?? 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.fields.map(({ pointer }) => pointer).join()}`;
    throw error;
  }
}

const closed = { ...open, active: false };

test.each<{ title: string; told: Omit<AnnouncedOutlet, 'id'>; opened: string; onOpen: string; onClosed: string }>([
  {
    title: 'a name',
    told: { name: 'Harbour' },
    ...{ opened: 'pos.outlet.opened', onOpen: 'pos.outlet.changed', onClosed: 'pos.outlet.changed' },
  },
  {
    title: 'the name it has, and that it sells',
    told: { name: open.name, active: true },
    ...{ opened: 'pos.outlet.opened', onOpen: 'nothing', onClosed: 'pos.outlet.opened' },
  },
  {
    title: 'its own currency',
    told: { name: open.name, currency: 'KES' },
    ...{ opened: 'pos.outlet.opened', onOpen: 'nothing', onClosed: 'nothing' },
  },
  {
    title: 'another currency',
    told: { name: open.name, currency: 'EUR' },
    ...{ opened: 'pos.outlet.opened', onOpen: 'outlet_invalid /currency', onClosed: 'outlet_invalid /currency' },
  },
  {
    title: 'a time zone of another planet',
    told: { name: open.name, timeZone: 'Mars/Olympus' },
    opened: 'outlet_invalid /timeZone',
    ...{ onOpen: 'outlet_invalid /timeZone', onClosed: 'outlet_invalid /timeZone' },
  },
  { title: 'nothing', told: {}, opened: 'outlet_invalid /name', onOpen: 'nothing', onClosed: 'nothing' },
])('an announcement of $title', ({ told, opened, onOpen, onClosed }) => {
  const announced = { id: OUTLET_ID, ...told };
  expect(outcomeOf(() => openAnnounced(announced, 'USD'))).toBe(opened);
  expect(outcomeOf(() => followAnnounced(open, announced))).toBe(onOpen);
  expect(outcomeOf(() => followAnnounced(closed, announced))).toBe(onClosed);
});

test('what is not told gets its default', () => {
  const { state } = openAnnounced({ id: OUTLET_ID, name: 'Harbour' }, 'USD');
  expect(state).toMatchObject({ currency: 'USD', timeZone: 'UTC', locale: 'en', active: true, version: 1 });
});

test.each([
  { id: OUTLET_ID, prefix: '000000' + (0xa1).toString(36).toUpperCase() },
  {
    id: '0197a3c2-7b1e-7000-8000-ffffffffffff' as OutletId,
    prefix: (2 ** 48 - 1).toString(36).toUpperCase().slice(-8),
  },
])('receipts of $id begin with $prefix', ({ id, prefix }) => {
  expect(receiptPrefixOf(id)).toBe(prefix);
  expect(receiptPrefixOf(id)).toMatch(/^[0-9A-Z]{8}$/);
});
