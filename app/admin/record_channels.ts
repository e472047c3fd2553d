import { channelName } from '#core/live'

export const RECORDS_CHANNEL = 'admin.records'

/** Name of the channel on which a list with `live` is followed, by the id of its resource. */
export const listChannel = (list: string): string => channelName(RECORDS_CHANNEL, { list })

/** The same of one of its records. */
export const recordChannel = (list: string, id: number): string =>
  channelName(RECORDS_CHANNEL, { list, id })
