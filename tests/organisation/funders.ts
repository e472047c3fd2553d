import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { receiveFile, setFiles } from '#core/files'
import { forgetCaches, SYSTEM, transaction } from '#core/platform'
import { funderLogos } from '#app/organisation/files'
import { Funder } from '#app/organisation/models/funder'
import { aPng } from '#tests/files/pictures'
import { temporaryFolder } from '#tests/kit/environment'

let serial = 0

/** Id of a logo of 400 by 100 pixels that waits for its project. */
export async function aWaitingLogo(): Promise<string> {
  const name = `logo-${++serial}.png`
  const path = join(temporaryFolder('funder'), name)
  writeFileSync(path, aPng(400, 100))
  const received = await receiveFile(funderLogos, { path, name, declaredType: 'image/png' })
  if (!received.ok) throw new Error(received.reason)
  return received.file.id
}

/** A funding project with its logo. */
export async function aFunder(values: Partial<Funder> = {}): Promise<Funder> {
  const ids = [await aWaitingLogo()]
  const funder = await transaction(async (trx) => {
    const row = { name: `Fund ${++serial}`, alternative: { en: 'A fund' }, position: 0, ...values }
    const made = await Funder.create(row, { client: trx })
    await setFiles(trx, { use: funderLogos, recordId: made.id, ids, actor: SYSTEM })
    return made
  })
  forgetCaches()
  return funder
}
