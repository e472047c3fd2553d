import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { wayTo, type IntakeNode } from '#plugins/helpdesk/domain/intake'
import type { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

type Carried = { follow_up_of?: string }

const menuAddress = (carried: Carried, at?: string) =>
  urlFor('helpdesk.mine.menu.show', {}, { at, ...carried })

/** The places on the way so far, each leading back to its question; the last is where one is. */
export function presentWay(ctx: HttpContext, way: readonly IntakeNode[], carried: Carried) {
  const start = { label: ctx.i18n.t('helpdesk.portal.menu.start'), href: menuAddress(carried) }
  const places = way.map(({ label, key }) => ({
    label: translated(label, ctx.locale),
    href: menuAddress(carried, key),
  }))
  return [start, ...places]
}

/** H2: one question of the guided menu, with what can be answered; `need` ends it. */
export function presentMenu(
  ctx: HttpContext,
  version: IntakeVersion | null,
  followUpOf: Ticket | null
) {
  const { at }: Record<string, unknown> = ctx.request.qs()
  const found = version && typeof at === 'string' ? wayTo(version.tree, at) : null
  const way = found ?? []
  const place = way.at(-1)
  const carried = { follow_up_of: followUpOf?.publicId }
  const children = place?.children ?? version?.tree.children ?? []
  const first = ctx.i18n.t('helpdesk.portal.menu.title')
  return {
    title: place ? questionOf(ctx, place) : first,
    need: place?.need ? place.key : null,
    isUnknown: at !== undefined && found === null,
    followUpOf: followUpOf?.number,
    back: { href: way.length ? menuAddress(carried, way.at(-2)?.key) : startOf(followUpOf) },
    way: way.length ? presentWay(ctx, way, carried) : [],
    items: children.map((child) => ({
      label: translated(child.label, ctx.locale),
      note: translated(child.hint, ctx.locale),
      href: child.need
        ? formAddress(version!, child.key, carried)
        : menuAddress(carried, child.key),
    })),
  }
}

export const formAddress = (version: IntakeVersion, need: string, carried: Carried) =>
  urlFor('helpdesk.mine.create', {}, { need, version: version.id, ...carried })

const questionOf = ({ locale, i18n }: HttpContext, { question }: IntakeNode) =>
  translated(question, locale) || i18n.t('helpdesk.portal.menu.further')

const startOf = (followUpOf: Ticket | null) =>
  followUpOf
    ? urlFor('helpdesk.mine.show', { id: followUpOf.publicId })
    : urlFor('helpdesk.start.show')
