// The program that sells, as one part of the build: it is fetched and read while people are already at the entrance.
export { openTill } from './boot/open-till.js';
export { Above, Inside, Over } from './shell/opened-till.js';
