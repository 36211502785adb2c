import { january, row, facts } from '../../domain/sales.examples.js';
import { salesReport } from '../../domain/sales-report.js';
import { csvText, toCsv } from './sales-report-csv.js';

test('rows with amounts in major units and all their digits, lines ended as RFC 4180 has it', () => {
  const rows = [
    { ...row('latte', { orders: 2, quantity: '2.5', net: 1000, tax: 160, discount: 5 }), name: 'Latte, "large"' },
    row('latte', { orders: 1, quantity: '1', net: 300 }, 'JPY'),
    row('latte', { refunds: 5 }, 'BHD'),
  ];
  expect(toCsv(salesReport(january, facts({ rows }))).split('\r\n')).toEqual([
    'key,name,currency,orders,quantity,gross,discount,tax,net,refunds',
    'latte,,BHD,0,0,0.000,0.000,0.000,0.000,0.005',
    'latte,,JPY,1,1,300,0,0,300,0',
    'latte,"Latte, ""large""",USD,2,2.5,11.65,0.05,1.60,10.00,0.00',
    '',
  ]);
});

test('no sales: the header alone', () => {
  expect(toCsv(salesReport(january, facts({})))).toBe(
    'key,name,currency,orders,quantity,gross,discount,tax,net,refunds\r\n',
  );
});

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-2', "'-2"],
  ['@cmd', "'@cmd"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['Crème brûlée', 'Crème brûlée'],
])('the text %j is written %j', (text, field) => {
  expect(csvText(text)).toBe(field);
});
