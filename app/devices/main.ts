/** Kiosks and waiting-room screens: paired once by staff, then known by the secret in a cookie. */
export { defineDeviceKind } from '#app/devices/definition'
export type { Device, DeviceKind, DeviceSubject } from '#app/devices/definition'
export { noteSeen } from '#app/devices/actions/note_seen'
export { deviceOf, guardDevice, pairedDevice } from '#app/devices/middleware/guard'
export type { PairedDevice } from '#app/devices/models/paired_device'
export { isShownOnDevice, stillPaired } from '#app/devices/queries/paired_devices'
