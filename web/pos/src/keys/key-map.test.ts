import { KEY_TABLE, KeyMap } from './key-map.js';

test('the screen that came last is asked first, and what it leaves goes on', () => {
  const keys = new KeyMap();
  const heard: string[] = [];
  keys.push({ actions: { pay: () => void heard.push('below pay'), back: () => void heard.push('below back') } });
  const end = keys.push({ actions: { pay: () => void heard.push('pay'), back: () => false } });
  expect([keys.press('F9'), keys.press('Escape'), keys.press('F2')]).toEqual([true, true, false]);
  end();
  keys.press('F9');
  expect(heard).toEqual(['pay', 'below back', 'below pay']);
});

test('a dialog lets nothing through', () => {
  const keys = new KeyMap();
  const heard: string[] = [];
  keys.push({ actions: { pay: () => void heard.push('pay') }, amount: (key) => void heard.push(key) });
  keys.push({ modal: true, amount: (key) => void heard.push(`dialog ${key}`) });
  keys.press('F9');
  keys.press('7');
  expect(heard).toEqual(['dialog 7']);
  expect(keys.isModal).toBe(true);
});

test('in a field only function keys and Escape act', () => {
  const keys = new KeyMap();
  const heard: string[] = [];
  keys.push({
    actions: {
      search: () => void heard.push('search'),
      more: () => void heard.push('more'),
      back: () => void heard.push('back'),
    },
    amount: (key) => void heard.push(key),
  });
  for (const key of ['F2', '+', '5', 'Escape']) keys.press(key, true);
  expect(heard).toEqual(['search', 'back']);
});

test('an outlet can change keys and switch them off', () => {
  const keys = new KeyMap();
  keys.change({ hold: ['F9'], pay: ['End'], help: [], unheardOf: ['Home'] });
  const [hold, pay, help] = [jest.fn(), jest.fn(), jest.fn()];
  keys.push({ actions: { hold, pay, help } });
  for (const key of ['F7', 'F9', 'End', '?', 'Home']) keys.press(key);
  expect([hold, pay, help].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  expect([keys.keysOf('hold'), keys.keysOf('pay'), keys.keysOf('help')]).toEqual([['F9'], ['End'], []]);
});

test('no key is one that browsers keep for themselves, and none has two meanings', () => {
  const all = Object.values(KEY_TABLE).flatMap(({ keys }) => [...keys] as string[]);
  expect(all.filter((key) => ['F1', 'F5', 'F11', 'F12'].includes(key))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
