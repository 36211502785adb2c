import { holdDevice } from '../hold-device.js';

export const devicesUnlink = holdDevice(
  'unlink',
  'It belongs to the business no longer and has to be linked anew. Refused while entries wait on it.',
);
