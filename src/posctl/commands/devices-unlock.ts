import { holdDevice } from '../hold-device.js';

export const devicesUnlock = holdDevice('unlock', 'It works again.');
