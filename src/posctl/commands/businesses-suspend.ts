import { turnBusinessCommand } from '../turn-business.js';

export const businessesSuspend = turnBusinessCommand({
  name: 'businesses suspend',
  verb: 'suspend',
  question: (slug) => `Keep everybody of ${slug} out?`,
  details: 'Its people, programs and devices are refused within a minute.',
  examples: [
    'posctl businesses suspend acme --reason "three invoices are open"',
    'posctl businesses suspend acme --reason "stolen keys" --yes --json',
  ],
});
