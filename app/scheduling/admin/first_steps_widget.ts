import db from '@adonisjs/lucid/services/db'
import { widget, type Viewer } from '#core/admin'
import { enabledPluginIds, rows, urlFor } from '#core/platform'

type Step = { word: string; href: string; done: boolean; permission: string }

/** What a new installation still lacks before anybody can book; gone once all of it is there. */
export const firstSteps = widget({
  id: 'scheduling.first_steps',
  permission: 'scheduling.manage',
  view: 'admin/widgets/first_steps',
  wide: true,
  async data(viewer) {
    const { mail, ...bookable } = await whatIsThere()
    if (Object.values(bookable).every(Boolean)) return null
    const steps: Step[] = [
      ...(await stepsOfHouse(mail)),
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
async function stepsOfHouse(mail: boolean): Promise<Step[]> {
  const plugins = await enabledPluginIds()
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
      done: mail,
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

const THERE = {
  resources: 'scheduling_resources',
  opening_rules: 'scheduling_opening_rules',
  services: 'scheduling_services',
  mail: `audit_entries where action = 'messaging.test_sent'`,
}

/** All in one statement: "Today" is opened more often than any other page. */
async function whatIsThere(): Promise<Record<keyof typeof THERE, boolean>> {
  const parts = Object.entries(THERE).map(([word, rowsOf]) => {
    return `exists (select 1 from ${rowsOf}) as ${word}`
  })
  const [found] = await rows<Record<keyof typeof THERE, boolean | number>>(
    db.connection(),
    `select ${parts.join(', ')}`
  )
  const { resources, opening_rules, services, mail } = found
  return {
    resources: Boolean(resources),
    opening_rules: Boolean(opening_rules),
    services: Boolean(services),
    mail: Boolean(mail),
  }
}
