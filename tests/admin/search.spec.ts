import { test } from '@japa/runner'
import { createCustomer } from '#core/customers'
import { allContributions, SYSTEM, transaction } from '#core/platform'
import { atDesk, HOSTILE, isClean, statements } from '#tests/admin/desk'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

const SEARCH = '/admin/search'

type Found = {
  groups: { title: string; items: { pieces: { text: string; hit: boolean }[]; href: string }[] }[]
  said: string
}

const aCustomer = (firstName: string, lastName: string) =>
  transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName, lastName, email: null, phone: null },
      ...{ locale: 'en', userId: null, actor: SYSTEM },
    })
  )

async function found(desk: HttpClient, search: string): Promise<Found> {
  const address = `${SEARCH}?q=${encodeURIComponent(search)}`
  const answer = await desk.get(address, { accept: 'application/json' })
  return JSON.parse(answer.text) as Found
}

const labelsIn = ({ groups }: Found, title: string) =>
  groups
    .find((group) => group.title === title)
    ?.items.map(({ pieces }) => pieces.map(({ text }) => text).join('')) ?? []

test.group('One search over the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('a manager finds any customer in three keystrokes, with or without accents', async ({
    assert,
  }) => {
    await aCustomer('Łucja', 'Pérez Grün')
    await aCustomer('Bodo', 'Vallserena')
    const desk = await atDesk('manager')
    for (const search of ['luc', 'ŁUC', 'per', 'gru', 'grü']) {
      assert.deepEqual(
        labelsIn(await found(desk, search), 'Customers'),
        ['Łucja Pérez Grün'],
        search
      )
    }
    const page = await desk.get(`${SEARCH}?q=gru`)
    assert.include(page.text, '<mark>Grü</mark>')
    assert.match(page.text, /value="customers\.customers:\d+"/)
  })

  test('finds pages and what may be added, for who may see them', async ({ assert }) => {
    const owner = await found(await atDesk('owner'), 'resour')
    assert.deepEqual(labelsIn(owner, 'Pages'), ['Resources'])
    assert.lengthOf(labelsIn(owner, 'Actions'), 1)
    const desk = await found(await atDesk('desk'), 'resour')
    assert.deepEqual(labelsIn(desk, 'Pages'), ['Resources'])
    assert.deepEqual(labelsIn(desk, 'Actions'), [])
  })

  test('what is called so comes first, then what begins so, then what merely holds it', async ({
    assert,
  }) => {
    for (const lastName of ['Aaservi', 'Service', 'Bservi', 'Servin'])
      await aCustomer('Z', lastName)
    await aCustomer('Service', '')
    const desk = await atDesk('manager')
    const some = await found(desk, 'servi')
    assert.deepEqual(labelsIn(some, 'Customers'), [
      ...['Service', 'Z Service', 'Z Servin', 'Z Aaservi', 'Z Bservi'],
    ])
    assert.equal(labelsIn(some, 'Pages')[0], 'Services')
    const exact = await found(desk, 'SERVICE')
    assert.equal(exact.groups[0].title, 'Customers')
    assert.equal(labelsIn(exact, 'Customers')[0], 'Service')
    const pages = await found(desk, 'services')
    assert.equal(pages.groups[0].title, 'Pages')
  })

  test('keeps to the scope of each kind', async ({ assert }) => {
    const here = await aLocation({ name: 'Zyxfern here' })
    await aLocation({ name: 'Zyxfern there' })
    assert.lengthOf(labelsIn(await found(await atDesk('owner'), 'zyxfern'), 'Locations'), 2)
    const limited = await found(await atDesk('manager', [here]), 'zyxfern')
    assert.notInclude(JSON.stringify(limited), 'Zyxfern there'.slice(-5))
    assert.notInclude(JSON.stringify(await found(await atDesk('desk'), 'ada')), 'staff/')
  })

  test('a provider of a plugin adds its own, and one that fails takes nothing with it', async ({
    assert,
    cleanup,
  }) => {
    cleanup(
      withModule('testing_found', {
        permissions: [{ id: 'testing_found.view', roles: ['owner'] }],
        search: [
          {
            id: 'testing_found.things',
            title: 'admin.search.title',
            permission: 'testing_found.view',
            find: async (search) => [{ label: `Thing ${search}`, href: '/admin' }],
          },
          {
            id: 'testing_found.broken',
            title: 'admin.search.title',
            permission: 'testing_found.view',
            find: () => Promise.reject(new Error('broken')),
          },
        ],
      })
    )
    const owner = await found(await atDesk('owner'), 'abc')
    assert.deepEqual(labelsIn(owner, 'Search'), ['Thing abc'])
    assert.deepEqual(labelsIn(await found(await atDesk('manager'), 'abc'), 'Search'), [])
  })

  test('where there are more than it shows, the list with the same words follows', async ({
    assert,
  }) => {
    for (let i = 0; i < 6; i++) await aCustomer('Anna', `Rossi ${i}`)
    const desk = await atDesk('owner')
    const list = '/admin/customers/customers?q=rossi'
    assert.include((await desk.get(`${SEARCH}?q=rossi`)).text, `href="${list}"`)
    const all = async (words: string) => {
      const answer = await desk.get(`${SEARCH}?q=${words}`, { accept: 'application/json' })
      const { groups } = JSON.parse(answer.text) as { groups: { all: { href: string } | null }[] }
      return groups.map((group) => group.all?.href ?? null)
    }
    assert.deepEqual(await all('rossi'), [list])
    assert.deepEqual(await all('rossi+3'), [null])
  })

  test('hostile words are words', async ({ assert }) => {
    const desk = await atDesk('owner')
    await aCustomer('Eve', HOSTILE)
    for (const query of [
      'q[]=a',
      'q[a]=b',
      `q=${'x'.repeat(9000)}`,
      'q=%25_%5C',
      'q=%27%3B--',
      'q=',
    ]) {
      assert.equal((await desk.get(`${SEARCH}?${query}`)).status, 200, query.slice(0, 20))
    }
    const page = await desk.get(`${SEARCH}?q=eve`)
    assert.include(page.text, 'alert')
    assert.isTrue(isClean(page))
  })

  test('costs a statement more than a page for each kind that it looks through', async ({
    assert,
  }) => {
    for (let i = 0; i < 8; i++) await aCustomer('Anna', `Rossi ${i}`)
    const desk = await atDesk('owner')
    await desk.get(`${SEARCH}?q=ros`)
    const page = await statements(() => desk.get(`${SEARCH}?q=`))
    const search = await statements(() => desk.get(`${SEARCH}?q=ros`))
    const kinds = allContributions('admin')
      .flatMap(({ value }) => value.resources ?? [])
      .filter(({ palette }) => palette !== null).length
    console.log(`    ${search - page} statements for the search, ${kinds} kinds`)
    assert.isAtMost(search - page, kinds + 1)
  })
})
