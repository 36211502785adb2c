import { january, row, facts } from '../../domain/sales.examples.js';
import { salesReport } from '../../domain/sales-report.js';
import { csvLine } from '../../../../platform/http/csv.js';
import { csvRows } from './sales-report-csv.js';

test('rows with amounts in major units and all their digits, lines ended as RFC 4180 has it', () => {
  const rows = [
    { ...row('latte', { orders: 2, quantity: '2.5', net: 1000, tax: 160, discount: 5 }), name: 'Latte, "large"' },
    row('latte', { orders: 1, quantity: '1', net: 300 }, 'JPY'),
    row('latte', { refunds: 5 }, 'BHD'),
  ];
  expect(
    csvRows(salesReport(january, facts({ rows })))
      .map(csvLine)
      .join('')
      .split('\r\n'),
  ).toEqual([
    'key,name,currency,orders,quantity,gross,discount,tax,net,refunds',
    'latte,,BHD,0,0,0.000,0.000,0.000,0.000,0.005',
    'latte,,JPY,1,1,300,0,0,300,0',
    'latte,"Latte, ""large""",USD,2,2.5,11.65,0.05,1.60,10.00,0.00',
    '',
  ]);
});

test('no sales: the header alone', () => {
  expect(csvRows(salesReport(january, facts({})))).toHaveLength(1);
});
