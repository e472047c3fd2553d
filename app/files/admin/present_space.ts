import type { Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { hasScanner } from '#app/files/checks/scanner'
import { fileSpace, spaceByUse, type UseSpace } from '#app/files/queries/space'

const MEGABYTE = 2 ** 20
const NEARLY_FULL = 0.9

/** Everything on the page of the space that files take. */
export async function presentSpace(viewer: Viewer) {
  const { t } = viewer
  const { used, quota } = await fileSpace()
  const owners = byOwner(await spaceByUse())
  const waiting = owners.reduce((sum, one) => sum + one.waiting, 0)
  const share = used / quota
  return {
    title: t('files.admin.space.title'),
    used: megabytes(used, viewer),
    quota: megabytes(quota, viewer),
    share: Math.min(share, 1),
    percent: percent(share, viewer),
    isNearlyFull: share >= NEARLY_FULL,
    waiting: t('files.admin.space.waiting', { count: waiting }),
    scanner: t(`files.admin.space.scanner.${hasScanner() ? 'on' : 'off'}`),
    settings: urlFor('settings.settings', {}, { owner: 'files' }),
    columns: ['owner', 'files', 'waiting_now', 'space', 'share'].map((name, index) => ({
      label: t(`files.admin.space.columns.${name}`),
      ...(index === 0 ? { strong: true } : { align: 'end' }),
    })),
    rows: owners.map((one) => ({ cells: cellsOf(one, quota, viewer) })),
  }
}

const cellsOf = ({ owner, files, waiting, bytes }: OwnerSpace, quota: number, viewer: Viewer) => [
  nameOf(owner, viewer),
  viewer.formats().number(files),
  viewer.formats().number(waiting),
  megabytes(bytes, viewer),
  percent(bytes / quota, viewer),
]

type OwnerSpace = Omit<UseSpace, 'use'> & { owner: string }

/** The uses of one module or plugin together, the largest first. */
function byOwner(uses: readonly UseSpace[]): OwnerSpace[] {
  const owners = new Map<string, OwnerSpace>()
  for (const { use, files, waiting, bytes } of uses) {
    const [owner] = use.split('.')
    const sum = owners.get(owner) ?? { owner, files: 0, waiting: 0, bytes: 0 }
    const [all, held, size] = [sum.files + files, sum.waiting + waiting, sum.bytes + bytes]
    owners.set(owner, { owner, files: all, waiting: held, bytes: size })
  }
  return [...owners.values()].sort((one, other) => other.bytes - one.bytes)
}

const nameOf = (owner: string, { word }: Viewer) =>
  word(
    `${owner}.plugin.name`,
    word(`${owner}.admin.title`, word(`accounts.admin.rights.areas.${owner}`, owner))
  )

const megabytes = (bytes: number, viewer: Viewer) =>
  `${viewer.formats().number(Math.ceil((bytes / MEGABYTE) * 10) / 10)} MB`

const percent = (share: number, { locale }: Viewer) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
