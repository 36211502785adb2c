import { rangesToFetch, type CloudHead } from './relayed-entry.js';

const cloud = (wish: Partial<CloudHead>): CloudHead => ({
  ...{ deviceId: 'd', highest: 10, missing: [], key: null, first: 1, firstPreviousHash: 'A', ...wish },
});

test.each([
  { title: 'all of a device that is new here', here: undefined, there: {}, ranges: [[1, 10]] },
  { title: 'not what is older than a hub is given', here: undefined, there: { first: 7 }, ranges: [[7, 10]] },
  { title: 'nothing where both have all', here: { highest: 10, missing: [] }, there: {}, ranges: [] },
  { title: 'nothing where the hub is ahead', here: { highest: 12, missing: [] }, there: {}, ranges: [] },
  { title: 'what came after', here: { highest: 8, missing: [] }, there: {}, ranges: [[9, 10]] },
  { title: 'gaps', here: { highest: 12, missing: [{ from: 3, to: 4 }] }, there: {}, ranges: [[3, 4]] },
  {
    title: 'not what the cloud lacks, too',
    here: { highest: 6, missing: [{ from: 2, to: 4 }] },
    there: {
      missing: [
        { from: 3, to: 3 },
        { from: 8, to: 8 },
      ],
    },
    ranges: [
      [2, 2],
      [4, 4],
      [7, 7],
      [9, 10],
    ],
  },
])('a hub fetches $title', ({ here, there, ranges }) => {
  const head = here && { deviceId: 'd', ...here };
  expect(rangesToFetch(head, cloud(there)).map(({ from, to }) => [from, to])).toEqual(ranges);
});
