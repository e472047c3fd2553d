import db from '@adonisjs/lucid/services/db'
import { widget, type Viewer } from '#core/admin'
import { enabledPluginIds, urlFor } from '#core/platform'

type Step = { word: string; href: string; done: boolean; permission: string }

/** What a new installation still lacks before anybody can book; gone once all of it is there. */
export const firstSteps = widget({
  id: 'scheduling.first_steps',
  permission: 'scheduling.manage',
  view: 'admin/widgets/first_steps',
  wide: true,
  async data(viewer) {
    const bookable = {
      resources: await isThere('scheduling_resources'),
      opening_rules: await isThere('scheduling_opening_rules'),
      services: await isThere('scheduling_services'),
    }
    if (Object.values(bookable).every(Boolean)) return null
    const steps: Step[] = [
      ...(await stepsOfHouse()),
      ...Object.entries(bookable).map(([word, done]) => ({
        word,
        done,
        href: urlFor(`scheduling.${word}.create`),
        permission: 'scheduling.manage',
      })),
    ]
    return presentSteps(steps, viewer)
  },
})

/** Both can be skipped: mails wait in the outbox, and plugins can be switched on any day. */
async function stepsOfHouse(): Promise<Step[]> {
  const plugins = await enabledPluginIds()
  const mail = await db
    .from('audit_entries')
    .where('action', 'messaging.test_sent')
    .select('id')
    .first()
  return [
    {
      word: 'plugins',
      href: urlFor('platform.plugins'),
      done: [...plugins].length > 0,
      permission: 'platform.manage',
    },
    {
      word: 'mail',
      href: urlFor('settings.settings', {}, { owner: 'messaging' }),
      done: Boolean(mail),
      permission: 'settings.manage',
    },
  ]
}

function presentSteps(steps: Step[], viewer: Viewer) {
  const own = steps.filter(({ permission }) => viewer.can(permission))
  return {
    progress: viewer.t('scheduling.first_steps.progress', {
      done: own.filter(({ done }) => done).length,
      count: own.length,
    }),
    steps: own.map(({ word, href, done }) => ({
      href,
      done,
      title: viewer.t(`scheduling.first_steps.${word}.title`),
      text: viewer.t(`scheduling.first_steps.${word}.text`),
      state: viewer.t(`scheduling.first_steps.${done ? 'done' : 'open'}`),
    })),
  }
}

async function isThere(table: string): Promise<boolean> {
  return (await db.from(table).select('id').first()) !== null
}
