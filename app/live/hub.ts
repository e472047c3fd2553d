import logger from '@adonisjs/core/services/logger'
import type { User } from '#core/accounts'
import type { Device } from '#core/devices'
import { clock, contributions, errorRecord } from '#core/platform'
import type { ChannelDefinition, ChannelParams } from '#app/live/definitions'
import { readChannelName } from '#app/live/domain/channel_name'

/** Who asks to follow a channel. */
export type Asker = { user: User | null; device: Device | null }

/** Somebody who follows channels: a socket, or a test. */
export type Member = Asker & { send: (text: string) => void }

export type SubscribeRefusal = 'unknown' | 'refused'

/** A channel that somebody follows here. */
type Topic = {
  name: string
  channel: ChannelDefinition
  params: ChannelParams
  members: Set<Member>
  /** Members who have not been told anything yet. */
  newcomers: Set<Member>
  hasChanged: boolean
  isReading: boolean
  seq: number
  lastState: string | null
}

const RETRY_MS = 1000
const CREDIBLE_AHEAD_MS = 60_000

/** The channel as long as its module or plugin is enabled. */
async function activeChannel(id: string): Promise<ChannelDefinition | undefined> {
  const channels = (await contributions('channels')).flatMap(({ value }) => value)
  return channels.find((channel) => channel.id === id)
}

/**
 * Who follows what in this process. A change makes the state be read once, however many follow;
 * reads of one channel never overlap, so nobody gets an older state after a newer one.
 */
export class Hub {
  readonly #topics = new Map<string, Topic>()

  /** Lets a member follow a channel; they are told its state at once, whatever `seq` they know. */
  async subscribe(
    member: Member,
    name: string,
    seq = 0
  ): Promise<{ ok: true; name: string } | { ok: false; reason: SubscribeRefusal }> {
    const wanted = readChannelName(name)
    const channel = wanted && (await activeChannel(wanted.id))
    if (!wanted || !channel) return { ok: false, reason: 'unknown' }
    if (!(await channel.authorise(member.user, wanted.params, member.device)))
      return { ok: false, reason: 'refused' }
    const topic = this.#topics.get(wanted.name) ?? newTopic(wanted.name, channel, wanted.params)
    this.#topics.set(wanted.name, topic)
    topic.members.add(member)
    topic.newcomers.add(member)
    // Their clock may have been ahead in another process: go on from there.
    if (seq <= clock.now() + CREDIBLE_AHEAD_MS) topic.seq = Math.max(topic.seq, seq)
    void this.#tell(topic)
    return { ok: true, name: wanted.name }
  }

  unsubscribe(member: Member, name: string): void {
    const topic = this.#topics.get(name)
    topic?.members.delete(member)
    topic?.newcomers.delete(member)
    if (topic?.members.size === 0) this.#topics.delete(name)
  }

  /** The channel shows something else now. Returns at once and never throws. */
  changed(name: string): void {
    const topic = this.#topics.get(name)
    if (!topic) return
    topic.hasChanged = true
    void this.#tell(topic)
  }

  /** Anything may have changed, e.g. after a gap in the messages of other processes. */
  everythingChanged(): void {
    for (const name of this.#topics.keys()) this.changed(name)
  }

  /** Still allowed? Asked now and then, since a role may be withdrawn while a page is open. */
  async mayStillFollow({ user, device }: Asker, name: string): Promise<boolean> {
    const topic = this.#topics.get(name)
    return topic === undefined || (await topic.channel.authorise(user, topic.params, device))
  }

  async #tell(topic: Topic): Promise<void> {
    if (topic.isReading) return
    topic.isReading = true
    try {
      while (topic.hasChanged || topic.newcomers.size > 0) await this.#tellOnce(topic)
    } catch (error) {
      logger.error(
        { error: errorRecord(error), channel: topic.name },
        'The state of a channel could not be read'
      )
      topic.hasChanged = true
      setTimeout(() => this.changed(topic.name), RETRY_MS).unref()
    } finally {
      topic.isReading = false
    }
  }

  async #tellOnce(topic: Topic): Promise<void> {
    const { hasChanged } = topic
    const newcomers = [...topic.newcomers]
    topic.hasChanged = false
    if (!(await activeChannel(topic.channel.id))) return this.#close(topic)
    const state = JSON.stringify((await topic.channel.state(topic.params)) ?? null)
    const isNews = hasChanged && (state === 'null' || state !== topic.lastState)
    topic.lastState = state
    topic.seq = Math.max(topic.seq + 1, clock.now())
    const frame = `{"channel":${JSON.stringify(topic.name)},"seq":${topic.seq},"state":${state}}`
    for (const member of newcomers) topic.newcomers.delete(member)
    for (const member of isNews ? [...topic.members] : newcomers) {
      if (topic.members.has(member)) member.send(frame)
    }
  }

  /** Its plugin was disabled: the page learns that nothing more will come. */
  #close(topic: Topic): void {
    const frame = JSON.stringify({ channel: topic.name, error: 'unknown' })
    for (const member of topic.members) member.send(frame)
    topic.newcomers.clear()
    this.#topics.delete(topic.name)
  }
}

function newTopic(name: string, channel: ChannelDefinition, params: ChannelParams): Topic {
  return {
    name,
    channel,
    params,
    members: new Set(),
    newcomers: new Set(),
    hasChanged: false,
    isReading: false,
    seq: 0,
    lastState: null,
  }
}
