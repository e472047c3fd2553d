import type { User } from '#core/accounts'
import type { Device } from '#core/devices'

/** What a channel is about, as text: comes from outside, so `authorise` must not trust it. */
export type ChannelParams = Record<string, string>

/** A stream of one thing's state to browsers. */
export type ChannelDefinition = {
  /** Prefixed with its module or plugin, e.g. `scheduling.day`. */
  id: string
  /**
   * May this visitor (null: not signed in) or this kiosk or screen (null: none) follow this
   * channel? Asked when they subscribe.
   */
  authorise: (
    user: User | null,
    params: ChannelParams,
    device: Device | null
  ) => boolean | Promise<boolean>
  /**
   * The whole truth of now as JSON, the same for everybody who may follow. Null where the page
   * fetches a fragment again: the message then only says that something changed.
   */
  state: (params: ChannelParams) => unknown
}

export const defineChannel = (channel: ChannelDefinition): ChannelDefinition => channel
