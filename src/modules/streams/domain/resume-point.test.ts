import { resumePointFrom } from './resume-point.js';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['0', 0],
  ['42', 42],
  ['999999999999999', 999_999_999_999_999],
])('%s means %s', (id, position) => expect(resumePointFrom(id, '/header/Last-Event-ID')).toBe(position));

test.each(['x', '-1', '1.5', '1e3', ' 1', '1000000000000000', '1,2'])('%s is no id of ours', (id) => {
  expect(() => resumePointFrom(id, '/p')).toThrow(
    expect.objectContaining({
      code: 'last_event_id_invalid',
      fields: [{ pointer: '/p', message: expect.any(String) }],
    }),
  );
});
