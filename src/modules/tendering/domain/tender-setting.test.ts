import type { Id, OutletId } from '../../../kernel/ids.js';
import { parseDecimal } from '../../../kernel/decimal.js';
import { problemsOfTender, rulesOf, settingAt, type TenderDraft, type TenderSetting } from './tender-setting.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const CARD: TenderDraft = {
  ...{ name: 'Card', kind: 'card', provider: null, surcharge: null, referenceRequired: false, minimum: null },
  ...{ maximum: null, refundable: true, active: true },
};
const PROVIDERS = [
  { name: 'treasury', kinds: undefined },
  { name: 'mpesa', kinds: ['mobile_money'] },
] as const;

test.each<[code: string, change: Partial<TenderDraft>, pointers: string[]]>([
  ['card', {}, []],
  ['card', { provider: 'treasury', surcharge: { kind: 'percent', rate: '30' }, minimum: KES(0), maximum: KES(9) }, []],
  ['my_tender', { kind: 'custom' }, []],
  ['My', { kind: 'custom' }, ['/path/code']],
  ['card', { name: '' }, ['/name']],
  ['card', { name: 'a\u0007' }, ['/name']],
  ['card', { kind: 'mobile_money' }, ['/kind']],
  ['coins', { kind: 'cash' }, ['/kind']],
  ['card', { provider: 'nobody' }, ['/provider']],
  ['card', { provider: 'mpesa' }, ['/provider']],
  ['mpesa', { kind: 'mobile_money', provider: 'mpesa' }, []],
  ['cash', { kind: 'cash', provider: 'treasury' }, ['/provider']],
  ['cash', { kind: 'cash', surcharge: { kind: 'percent', rate: '1' } }, ['/surcharge']],
  ['card', { surcharge: { kind: 'percent', rate: '30.01' } }, ['/surcharge/rate']],
  ['card', { surcharge: { kind: 'percent', rate: '-1' } }, ['/surcharge/rate']],
  ['card', { surcharge: { kind: 'amount', amount: { amount: 1, currency: 'USD' } } }, ['/surcharge/amount']],
  ['card', { minimum: KES(10), maximum: KES(9) }, ['/maximum']],
  ['card', { minimum: KES(-1) }, ['/minimum']],
  ['card', { maximum: { amount: 1, currency: 'USD' } }, ['/maximum']],
])('%s with %j has bad places %j', (code, change, pointers) => {
  const problems = problemsOfTender(code, { ...CARD, ...change }, { currency: 'KES', providers: PROVIDERS });
  expect(problems.map(({ pointer }) => pointer)).toEqual(pointers);
});

test('an outlet’s own settings hold before the tenant’s', () => {
  const [here, there] = ['a', 'b'] as OutletId[] as [OutletId, OutletId];
  const all = [setting(null, 'all'), setting(here, 'here')];
  expect(settingAt(all, 'card', here)?.name).toBe('here');
  expect(settingAt(all, 'card', there)?.name).toBe('all');
  expect(settingAt(all, 'mpesa', there)).toBeUndefined();
});

test('rules leave out amounts in another currency than the outlet’s', () => {
  const amount = { kind: 'amount', amount: KES(5) } as const;
  const set = { ...setting(null, 'x'), minimum: KES(1), maximum: KES(2), surcharge: amount };
  expect(rulesOf('card', set, 'KES')).toMatchObject({ minimum: KES(1), maximum: KES(2), surcharge: amount });
  expect(rulesOf('card', set, 'USD')).toMatchObject({ minimum: null, maximum: null, surcharge: null });
  const percent = { ...set, surcharge: { kind: 'percent', rate: '1.5' } as const };
  expect(rulesOf('card', percent, 'USD').surcharge).toEqual({ kind: 'percent', rate: parseDecimal('1.5') });
  expect(rulesOf('dinau', undefined, 'FJD')).toMatchObject({ kind: 'house_account', provider: null });
});

function setting(outletId: OutletId | null, name: string): TenderSetting {
  return { ...CARD, id: 'i' as Id<'tender-setting'>, code: 'card', outletId, name, version: 1 };
}
