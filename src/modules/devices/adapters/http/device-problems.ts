import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DeviceRefusal } from '../../domain/device.js';

/** How the refusals of this module look to a caller. */
export const deviceProblems: ProblemTable<DeviceRefusal> = {
  device_not_found: {
    status: 404,
    title: 'There is no such device',
    detail: 'Check the id. A device of an outlet that you may not act for looks absent, too.',
  },
  device_locked: {
    status: 409,
    title: 'The device is locked already',
    detail: 'POST …/devices/{deviceId}/unlock lets it work again.',
    tellTheCashier: 'This device is locked. Ask a manager.',
    howToProvoke: 'Lock a device twice.',
  },
  device_not_locked: { status: 409, title: 'The device is not locked', detail: 'There is nothing to unlock.' },
  device_unlinked: {
    status: 409,
    title: 'The device is unlinked',
    detail: 'That is for good. Link it anew with a code of POST …/devices/link-codes.',
    tellTheCashier: 'This device belongs to no business any more. It has to be linked again.',
  },
  device_not_suspect: {
    status: 409,
    title: 'Nothing is suspected of the device',
    detail: 'There is no alarm to end.',
  },
  device_has_queue: {
    status: 409,
    title: 'Entries wait on the device',
    detail: ({ queueDepth }) =>
      `${String(queueDepth)} entries are not sent yet and would be lost. Let the device send them, or unlink it with force.`,
    example: { queueDepth: 3 },
    tellTheCashier: 'Sales wait on this device. Connect it to the network first.',
    howToProvoke: 'Send a heartbeat with queueDepth 1, then unlink the device.',
  },
  device_outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail: 'Check outletId. An outlet that you may not act for looks absent, too; one that is closed gets no devices.',
  },
  device_secret_not_allowed: {
    status: 403,
    title: 'Devices are bound by a key here',
    detail: 'Send publicKey and a proof. A secret instead takes the setting DEVICE_SECRET_ALLOWED.',
    howToProvoke: 'Link a device with binding secret.',
  },
  not_a_device: {
    status: 403,
    title: 'This is for devices themselves',
    detail: 'Call with the token that the device was given when it was linked.',
    howToProvoke: 'Send a heartbeat with an API key.',
  },
  too_many_device_commands: {
    status: 409,
    title: 'Too much waits for the device',
    detail: ({ limit }) =>
      `At most ${String(limit)} commands wait. Withdraw some, or wait until the device has done them.`,
    example: { limit: 50 },
  },
  device_command_not_found: { status: 404, title: 'There is no such command', detail: 'Check the ids.' },
  device_command_not_pending: {
    status: 409,
    title: 'The command cannot be taken back',
    detail: 'The device has done it, or it is one that locks or unlocks: do the opposite instead.',
  },
  link_code_not_found: { status: 404, title: 'There is no such code', detail: 'Check the id.' },
  link_code_not_open: {
    status: 409,
    title: 'The code links nothing any more',
    detail: ({ status }) => `It is ${String(status)}. A device that was linked with it is unlinked by itself.`,
    example: { status: 'used' },
  },
  too_many_link_codes: {
    status: 409,
    title: 'Too many codes are open',
    detail: ({ limit }) => `At most ${String(limit)} are open at once. Withdraw some, or wait until they expire.`,
    example: { limit: 100 },
  },
  provisioning_batch_not_found: { status: 404, title: 'There is no such batch', detail: 'Check the id.' },
  provisioning_batch_invalid: {
    status: 422,
    title: 'The batch cannot be made',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Name a serial twice.',
  },
  branding_invalid: {
    status: 422,
    title: 'The logo cannot be shown',
    detail: 'Give an https address, or a PNG, JPEG or WebP of at most 64 KiB as a data: URL.',
  },
};
