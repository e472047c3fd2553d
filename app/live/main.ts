/** State that reaches open pages at once: channels, and what changed in them. */
export { defineChannel, type ChannelDefinition, type ChannelParams } from '#app/live/definitions'
export { channelName } from '#app/live/domain/channel_name'
export { publish } from '#app/live/actions/publish'
