import { holdDevice } from '../hold-device.js';

export const devicesLock = holdDevice(
  'lock',
  'At once it may only say how it is; its screen locks with its next sign of life.',
);
