import { test } from '@japa/runner'
import { ownPath, withOwnPages } from '#app/feedback/domain/own_pages'

const SITE = 'https://desk.example:8080'

test.group('V5 Addresses of our own site in a text', () => {
  test('{$self} is a page of ours: its path alone')
    .with([
      ['/booking', '/booking'],
      ['/booking/manage/s3cret?x=1#top', '/booking/manage/s3cret'],
      [`${SITE}/contact?lang=de`, '/contact'],
      [SITE, '/'],
    ])
    .run(({ assert }, [text, path]) => assert.equal(ownPath(text, SITE), path))

  test('anything else is no page of ours')
    .with([
      ...['', 'contact', 'the calendar', '//evil.example/x', '/\\evil.example/x', '\\\\evil'],
      ...['https://desk.example/contact', 'http://desk.example:8080/', 'javascript:alert(1)'],
      ...['https://evil.example/https://desk.example:8080/', 'data:text/html,x', 'https://'],
    ])
    .run(({ assert }, text) => assert.isNull(ownPath(text, SITE)))

  test('only our own addresses are cut down, with the signs around them kept', ({ assert }) => {
    const shown = (path: string) => path.replace(/s3cret.*/, '…')
    const text = `See (${SITE}/manage/s3cret?lang=de), “/manage/s3cret”.\n\nhttps://a.example/s3cret s3cret/`
    const told = 'See (/manage/…), “/manage/…”.\n\nhttps://a.example/s3cret s3cret/'
    assert.equal(withOwnPages(text, { site: SITE, shown }), told)
  })

  test('long texts without an address take no time', ({ assert }) => {
    const text = `${'('.repeat(2000)}${'.'.repeat(2000)}`
    const began = performance.now()
    assert.equal(withOwnPages(text, { site: SITE, shown: () => 'x' }), text)
    assert.isBelow(performance.now() - began, 200)
  })
})
