import { numberSetting } from '#core/settings'

/** A waiting room full of phones shares one address: an operator may need more. */
export const socketsPerAddress = numberSetting('live.sockets_per_address', {
  default: 20,
  min: 5,
  max: 1000,
})
