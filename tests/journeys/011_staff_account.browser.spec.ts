import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { phoneCode } from '#tests/accounts/codes'
import { openFrontDesk, shiftToTuesday, type FrontDesk } from '#tests/journeys/front_desk'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'

const EMAIL = 'nevia.rastel@example.org'
const PASSWORD = 'sieben stille Reiher'
const ROLE = 'Reception only'
const STEP = 30_000

const press = (page: Page, name: string | RegExp) =>
  onward(page, () => page.locator('main').getByRole('button', { name }).first().click())

test.group('011 The account of a member of staff', (group) => {
  let desk: FrontDesk
  let shift: number
  let owner: Visitor
  let person: Visitor
  let secret: string
  let recoveryCodes: string[]
  const faults: Record<string, unknown> = {}

  group.setup(async () => {
    shift = shiftToTuesday()
    desk = await openFrontDesk()
    owner = await desk.staff('/admin', 'owner')
    person = await openVisitor({ url: desk.server.url, address: '10.77.0.2' })
    return async () => {
      await Promise.all([owner.close(), person.close()])
      await desk.close()
    }
  })

  /** Notes what axe and the console find on the page as it stands. */
  async function look(visitor: Visitor, name: string) {
    const found = [...(await visitor.axe()), ...visitor.problems()]
    if (found.length > 0) faults[name] = found
    if (process.env.SCREENSHOTS) await visitor.screenshot(`staff-account-${name}`)
  }

  /** What the phone shows so many steps of 30 seconds from now. */
  const codeIn = (steps: number) => phoneCode(secret, Date.now() + shift + steps * STEP)

  async function signInWithPassword() {
    const { page } = person
    await person.open('/sign-in')
    await page.getByLabel('E-mail address').fill(EMAIL)
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Sign in')
  }

  async function signInWithCode(code: string) {
    await signInWithPassword()
    await person.page.locator('#code').fill(code)
    await press(person.page, 'Sign in')
  }

  async function signOut() {
    const { page } = person
    await page.locator('summary', { hasText: 'Nevia' }).click()
    await onward(page, () => page.getByRole('button', { name: 'Sign out' }).click())
    await person.open('/admin')
    if (!page.url().includes('/sign-in')) throw new Error('Still signed in')
  }

  test('an invited person chooses a password, sets up the phone and signs in with it', async ({
    assert,
  }) => {
    const { page } = owner
    await owner.open('/admin/accounts/staff/create')
    await page.getByLabel('First name').fill('Nevia')
    await page.getByLabel('Last name').fill('Rastel')
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByLabel('Role').selectOption('manager')
    await page.getByLabel('Language').selectOption('en')
    await look(owner, 'invite')
    await press(page, 'Save')
    assert.include(await page.locator('main').innerText(), 'Invited')

    const invited = person.page
    const [link] = linksIn(await desk.mailbox.next(EMAIL))
    await invited.goto(link)
    assert.equal(await invited.getByLabel('First name').inputValue(), 'Nevia')
    await look(person, 'invitation')
    await invited.getByLabel('New password').fill(PASSWORD)
    await invited.getByLabel('Repeat the password').fill(PASSWORD)
    await onward(invited, () => invited.locator('main form button[type=submit]').click())
    assert.match(invited.url(), /two-factor/)
    await press(invited, /./)
    secret = (await invited.locator('.two-factor__key').innerText()).replaceAll(/\s/g, '')
    await look(person, 'phone')
    await invited.locator('#code').fill(codeIn(0))
    await onward(invited, () => invited.locator('form[action$="/confirm"] button').click())
    recoveryCodes = await invited.locator('.recovery-codes code').allInnerTexts()
    assert.lengthOf(recoveryCodes, 10)
    await look(person, 'recovery-codes')
    await invited.goto(link)
    assert.include(await invited.locator('h1').innerText(), 'no longer works')

    await person.open('/admin')
    await signOut()
    await signInWithPassword()
    await look(person, 'code')
    await invited.locator('#code').fill(codeIn(1))
    await press(invited, 'Sign in')
    assert.equal(new URL(invited.url()).pathname, '/admin')
    assert.deepEqual(faults, {})
  }).timeout(180_000)

  test('a recovery code opens the account in place of the phone, once', async ({ assert }) => {
    const { page } = person
    await signOut()
    await signInWithCode(recoveryCodes[0])
    assert.equal(new URL(page.url()).pathname, '/admin')
    const mail = await desk.mailbox.next(EMAIL, 3)
    assert.equal(mail.subject, 'Signed in with a recovery code')
    assert.include(mail.text!, '9')
    await signOut()
    await signInWithCode(recoveryCodes[0])
    assert.include(await page.locator('.error-summary').innerText(), 'was used already')
    await look(person, 'code-used')
    await page.locator('#code').fill(recoveryCodes[1].toUpperCase())
    await press(page, 'Sign in')
    assert.equal(new URL(page.url()).pathname, '/admin')
    assert.deepEqual(faults, {})
  }).timeout(180_000)

  test('a role of the owner’s own decides what the person sees from now on', async ({ assert }) => {
    const { page } = owner
    await owner.open('/admin/accounts/roles/create')
    await page.locator('main summary', { hasText: 'language' }).click()
    await page.getByLabel('English').fill(ROLE)
    await page.getByLabel('Second factor at sign-in').check()
    for (const right of ['Open the panel', 'See customers', 'See appointments']) {
      await page.getByLabel(right).check()
    }
    await look(owner, 'role')
    await press(page, 'Save')
    await owner.open('/admin/accounts/staff')
    await onward(page, () => page.getByRole('link', { name: 'Rastel' }).click())
    await page.getByRole('link', { name: 'Change the role' }).click()
    const dialog = page.locator('#ask-dialog')
    await dialog.getByLabel('Role').selectOption({ label: ROLE })
    await look(owner, 'assign')
    await onward(page, () => dialog.locator('button[type=submit]').last().click())
    assert.include(await page.locator('main').innerText(), ROLE)
    assert.include(await page.locator('main').innerText(), 'See customers')
    await look(owner, 'person')

    await person.open('/admin')
    assert.include(person.page.url(), '/sign-in')
    await signInWithCode(recoveryCodes[2])
    const links = await person.page.locator('.desk-nav__item').allInnerTexts()
    assert.deepEqual(links, ['Today', 'Customers', 'Appointments'])
    await look(person, 'home')
    assert.equal(await person.open('/admin/customers/customers'), 200)
    for (const path of ['/admin/accounts/staff', '/admin/audit/entries', '/admin/settings']) {
      assert.equal(await person.open(path), 403, path)
    }
    assert.equal(await person.open('/admin/customers/customers/create'), 403)
    const refused = person.page.getByRole('link', { name: 'Today' }).last()
    await person.tabTo(refused)
    // The browser says of itself that pages were refused.
    person.problems()
    await look(person, 'refused')
    await onward(person.page, () => refused.press('Enter'))
    assert.equal(new URL(person.page.url()).pathname, '/admin')

    await owner.open('/admin/accounts/rights')
    const answer = (right: string) =>
      page.getByRole('row', { name: right }).locator(`td[data-label="${ROLE}"]`).innerText()
    assert.include(await answer('See customers'), 'Yes')
    assert.include(await answer('Add and change customers'), 'No')
    await look(owner, 'matrix')
    await owner.open('/admin/audit/entries')
    const log = await page.locator('main table').innerText()
    for (const deed of [
      'Sent the invitation',
      'Accepted the invitation',
      'Switched the second factor on',
      'Signed in with a recovery code',
      'Assigned a role',
    ]) {
      assert.include(log, deed)
    }
    await look(owner, 'log')
    assert.deepEqual(faults, {})
  }).timeout(180_000)

  test('the keys alone find a customer, narrow a list and keep it as a view', async ({
    assert,
  }) => {
    const { page } = person
    const { keyboard } = page
    await person.open('/admin')
    await keyboard.press('Control+k')
    await keyboard.type('tal')
    await page.locator('#palette [role=option]', { hasText: 'Talmühl' }).first().waitFor()
    await look(person, 'palette')
    await onward(page, () => keyboard.press('Enter'))
    assert.match(page.url(), /\/admin\/customers\/customers\/\d+/)
    assert.include(await page.locator('h1').innerText(), 'Talmühl')

    const toList = async () => {
      await keyboard.press('g')
      await onward(page, () => keyboard.press('a'))
    }
    const unfold = async (id: string, ...inside: string[]) => {
      await person.tabTo(page.locator(`#${id} summary`), 300)
      await keyboard.press('Enter')
      for (const one of inside) await person.tabTo(page.locator(one))
    }
    const place = page.locator('#admin-list th', { hasText: 'Place' })
    const filter = page.getByRole('link', { name: 'State is Confirmed' })
    const states = async () => {
      const cells = await page.locator('#admin-list td[data-label="State"]').allInnerTexts()
      return [...new Set(cells.map((cell) => cell.trim()))]
    }
    await toList()
    assert.equal(await place.count(), 1)
    await unfold('filter-state', '#filter-state-confirmed')
    await keyboard.press('Space')
    await filter.waitFor()
    assert.deepEqual(await states(), ['Confirmed'])
    await look(person, 'filtered')
    await keyboard.press('Escape')
    await unfold('list-columns', '#column-location')
    await keyboard.press('Space')
    await place.waitFor({ state: 'detached' })
    await look(person, 'columns')
    await keyboard.press('Escape')
    await unfold('list-views', '#view-name')
    await keyboard.type('Sure ones')
    await look(person, 'view')
    await onward(page, () => keyboard.press('Enter'))
    assert.include(await page.locator('main').innerText(), 'The view “Sure ones” is saved.')

    await toList()
    assert.equal(await filter.count(), 0)
    assert.equal(await place.count(), 0, 'The columns are not remembered')
    await person.tabTo(page.getByRole('link', { name: 'Sure ones' }).first())
    await onward(page, () => keyboard.press('Enter'))
    await filter.waitFor()
    assert.deepEqual(await states(), ['Confirmed'])
    assert.equal(await place.count(), 0)
    assert.deepEqual(faults, {})
  }).timeout(180_000)
})
