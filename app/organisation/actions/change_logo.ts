import { rm, writeFile } from 'node:fs/promises'
import { audit } from '#core/audit'
import { clock, dataFolder, dataPath, randomId, transaction, type Actor } from '#core/platform'
import type { Picture } from '#core/files'
import { isLogoFile } from '#app/organisation/domain/profile_rules'
import { Organisation } from '#app/organisation/models/organisation'

/** Puts another logo in place, or none. The old file goes once nothing points at it any more. */
export async function changeLogo(picture: Picture | null, actor: Actor): Promise<void> {
  const file = picture && `logo-${randomId()}.${picture.format}`
  if (picture && file) {
    dataFolder('organisation')
    await writeFile(dataPath('organisation', file), picture.bytes, { mode: 0o600 })
  }
  try {
    await point(file, actor)
  } catch (error) {
    await remove(file)
    throw error
  }
}

function point(file: string | null, actor: Actor): Promise<void> {
  return transaction(async (trx) => {
    const organisation = await Organisation.query({ client: trx }).forUpdate().firstOrFail()
    const before = organisation.logo
    const version = organisation.version + 1
    await organisation.merge({ logo: file, version, updatedAt: clock.now() }).save()
    await audit(trx, {
      actor,
      action: file ? 'organisation.logo_changed' : 'organisation.logo_removed',
      object: 'organisation.profile',
      objectId: organisation.id,
      changes: { logo: [before, file] },
    })
    trx.after('commit', () => remove(before))
  })
}

async function remove(file: string | null): Promise<void> {
  if (file && isLogoFile(file)) await rm(dataPath('organisation', file), { force: true })
}
