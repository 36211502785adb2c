import { turnBusinessCommand } from '../turn-business.js';

export const businessesResume = turnBusinessCommand({
  name: 'businesses resume',
  verb: 'resume',
  details: 'Lets a business go on that was suspended, or closed not longer than 30 days ago.',
  examples: [
    'posctl businesses resume acme --reason "paid"',
    'posctl businesses resume acme --reason "closed by mistake" --json',
  ],
});
