import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { routeTable, type RouteDeclaration } from '#core/platform'
import { captcha, defineLimit, throttle } from '#core/web'
import { addProbe, type Probe } from '#tests/kit/probes'

const limit = defineLimit({ id: 'probe.limited', points: 5, seconds: 60 })
const inMemory = defineLimit({ id: 'probe.light', points: 5, seconds: 60, store: 'memory' })
const validator = vine.create({ name: vine.string().minLength(3), email: vine.string().email() })

const echo = ({ request, response }: HttpContext) =>
  response.send({ body: request.body(), polluted: 'polluted' in {} })

const probes: Array<Probe & Partial<RouteDeclaration>> = [
  { name: 'echo', method: 'POST', pattern: '/probe/echo', handler: echo },
  { name: 'upload', method: 'POST', pattern: '/probe/upload', upload: true, handler: echo },
  { name: 'page', method: 'GET', pattern: '/probe/page', embed: true, handler: who },
  { name: 'secret', method: 'GET', pattern: '/probe/secret/:token', secret: true, handler: who },
  {
    name: 'limited',
    method: 'POST',
    pattern: '/probe/limited',
    handler: async (ctx) => {
      await throttle(ctx, limit)
      return 'done'
    },
  },
  {
    name: 'light',
    method: 'POST',
    pattern: '/probe/light',
    handler: async (ctx) => {
      await throttle(ctx, inMemory, { weight: 3 })
      return 'done'
    },
  },
  {
    name: 'form',
    method: 'POST',
    pattern: '/probe/form',
    handler: async (ctx) => ctx.response.send(await captcha.verify(ctx, 'probe.form')),
  },
  {
    name: 'checked',
    method: 'POST',
    pattern: '/probe/checked',
    handler: (ctx) => ctx.request.validateUsing(validator),
  },
  {
    name: 'sentences',
    method: 'POST',
    pattern: '/probe/sentences',
    handler: async ({ request, response, i18n }) => {
      const messagesProvider = i18n.createMessagesProvider()
      const [error] = await validator.tryValidate(request.body(), { messagesProvider })
      const messages: { field: string; message: string }[] = error?.messages ?? []
      return response.send(messages.map(({ message }) => message))
    },
  },
  {
    name: 'broken',
    method: 'GET',
    pattern: '/probe/broken/:code',
    handler: ({ params, request, response }) => {
      if (request.qs().after === 'redirect') response.redirect().toPath('/elsewhere')
      throw Object.assign(new Error('canary@example.org broke it'), { code: params.code })
    },
  },
]

function who({ locale, organisation, notices, i18n, response, view }: HttpContext) {
  void view
  return response.send({
    locale,
    home: i18n.t('web.errors.home'),
    name: organisation.name,
    notices,
  })
}

const declared: RouteDeclaration[] = probes.map((probe) => ({
  owner: 'probe',
  area: 'site',
  upload: false,
  embed: false,
  secret: false,
  ...probe,
  name: `probe.${probe.name}`,
}))

probes.forEach(addProbe)

/** For `group.setup`: declares the routes that exist in these tests alone, until the group ends. */
export function declareProbes(): () => void {
  const table = routeTable() as RouteDeclaration[]
  table.push(...declared)
  return () => {
    table.splice(table.indexOf(declared[0]), declared.length)
  }
}
