import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { RunRefusal } from '#app/admin/actions/run_by_name'
import type { SentDownload } from '#app/admin/sent_download'

const SENTENCES: Record<RunRefusal, string> = {
  unknown_action: 'There is no such action; action:list names them',
  unknown_person: 'Nobody on the staff signs in with this address',
  forbidden: 'This person may not do that',
  unknown_record: 'There is no such record for this person',
  one_at_a_time: 'It is done with one record at a time',
  refused: 'It was not done',
  invalid: 'Please correct these fields',
}

export default class ActionRun extends BaseCommand {
  static override commandName = 'action:run'
  static override description = 'Do what the panel offers, in the name of a person'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'The action, e.g. booking.appointments.cancel' })
  declare name: string

  @flags.array({ description: 'Id of the record, where the action is about one; repeatable' })
  declare id?: string[]

  @flags.string({ description: 'E-mail address of the member of staff who does it' })
  declare as?: string

  @flags.array({ description: 'A field of the action, e.g. --set=reason=Closed; repeatable' })
  declare set?: string[]

  @flags.string({ description: 'Where to keep the file that it makes; else it is written out' })
  declare out?: string

  override async run() {
    if (!this.as) return this.#fail(['--as must be given'])
    const { runByName } = await import('#app/admin/actions/run_by_name')
    const { tellProgress, tellResult } = await import('#app/admin/tell_result')
    const fields = (this.set ?? []).map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })
    const { name, id: ids, as } = this
    const ran = await runByName({
      ...{ name, ids, as, set: collected(fields) },
      // Not among what is written out, which may be the file.
      watch: (run, viewer) => this.logger.logError(tellProgress(run, viewer)),
    })
    if (!ran.ok) return this.#fail([SENTENCES[ran.reason], ...(ran.details ?? [])])
    const { ok, said, details, download } = await tellResult(ran.came, ran.viewer)
    if (download) await this.#keep(download.content)
    if (!ok) return this.#fail([said])
    // What is written out is the file and nothing else.
    if (download && !this.out) return
    this.logger.success(said)
    for (const detail of details) this.logger.warning(detail)
  }

  async #keep(content: SentDownload['content']) {
    const pieces = content instanceof Readable ? content : Readable.from([content])
    if (this.out) return pipeline(pieces, createWriteStream(this.out, { mode: 0o600 }))
    return pipeline(pieces, process.stdout, { end: false })
  }

  #fail(sentences: string[]) {
    for (const sentence of sentences) this.logger.error(sentence)
    this.exitCode = 1
  }
}

/** A field that is set more than once has several values. */
function collected(fields: [string, string][]): Record<string, string | string[]> {
  const set: Record<string, string | string[]> = {}
  for (const [name, value] of fields) {
    set[name] = Object.hasOwn(set, name) ? [set[name], value].flat() : value
  }
  return set
}
