import { test } from '@japa/runner'
import { textBlocks } from '#app/organisation/domain/text_blocks'

const words = (text: string) => ({ text, href: null, after: '' })

test.group('Text blocks', () => {
  test('empty lines, headings and list items make blocks', ({ assert }) => {
    assert.deepEqual(textBlocks('One\r\ntwo\r\n\r\n## Head\nThree\n- a\n- b\n\n\n'), [
      { kind: 'paragraph', lines: [[words('One')], [words('two')]] },
      { kind: 'heading', text: 'Head' },
      { kind: 'paragraph', lines: [[words('Three')]] },
      { kind: 'list', items: [[words('a')], [words('b')]] },
    ])
  })

  test('addresses become links and keep the full stop outside', ({ assert }) => {
    assert.deepEqual(textBlocks('See https://example.org/a?b=1. Write to desk@example.org.'), [
      {
        kind: 'paragraph',
        lines: [
          [
            words('See '),
            {
              text: 'https://example.org/a?b=1',
              href: 'https://example.org/a?b=1',
              after: '. Write to ',
            },
            { text: 'desk@example.org', href: 'mailto:desk@example.org', after: '.' },
          ],
        ],
      },
    ])
  })

  test('markup stays text, and no other scheme becomes a link', ({ assert }) => {
    const hostile = '<img src=x onerror=alert(1)> javascript:alert(1) [a](javascript:b)'
    assert.deepEqual(textBlocks(hostile), [{ kind: 'paragraph', lines: [[words(hostile)]] }])
  })

  test('a long text without addresses is read at once', ({ assert }) => {
    const before = performance.now()
    textBlocks('a'.repeat(100_000))
    assert.isBelow(performance.now() - before, 1000)
  })

  test('no text makes no block', ({ assert }) => {
    assert.deepEqual(textBlocks(' \n \n'), [])
  })
})
