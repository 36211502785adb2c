import { csvLine, csvText } from './csv.js';

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

test('a line ends as RFC 4180 has it', () => {
  expect(csvLine(['a', csvText('b,c'), '-1.00'])).toBe('a,"b,c",-1.00\r\n');
});
