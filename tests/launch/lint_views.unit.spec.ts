import { test } from '@japa/runner'
import { VIEW_RULES } from '../../bin/lint/views/rules.js'

function findings(says: string, text: string): string[] {
  const found = VIEW_RULES.find((rule) => rule.says === says)!
  return found.rule({ path: 'resources/views/web/pages/sample.edge', text })
}

test.group('check | views', () => {
  const BAD: Array<[string, string]> = [
    ['Output without escaping', '<p>{{{ name }}}</p>'],
    ['Attributes without escaping', '<p {{ html.attrs({ title }) }}></p>'],
    ['Attributes without escaping', '<p {{ $props.toAttrs() }}></p>'],
    ['Inline scripts and styles', '<script>let a = 1</script>'],
    ['Inline scripts and styles', '<p style="color: red"></p>'],
    ['Inline scripts and styles', '<button onclick="go()"></button>'],
    ['Literal paths', '<a href="/booking">{{ title }}</a>'],
    ['Expressions beyond Alpine CSP', '<p x-on:click="() => go()"></p>'],
    ['Expressions beyond Alpine CSP', '<p x-show="window.open"></p>'],
    ['Expressions beyond Alpine CSP', '<p x-html="text"></p>'],
    ['Edge tags inside a line', '<p>@!ui.badge({ label })</p>'],
    ['Words in attributes', '<img alt="A red door">'],
    ['Words in views', '<p>\n  Good morning\n</p>'],
    ['Size', '<br>\n'.repeat(101)],
  ]
  test('refuses: {0}, sample {$i}')
    .with(BAD)
    .run(({ assert }, [says, text]) => {
      assert.lengthOf(findings(says, text), 1)
    })

  const GOOD = `{{-- props: title (words of a comment), {{{ raw }}} --}}
@ui.layoutPublic({ title })
  <a href="{{ urlFor('web.home.index') }}" aria-label="{{ t('web.home') }}">{{ title }}</a>
  <p x-show="open && count > 1">{{ t('web.count', { count }) }} &nbsp;·</p>
  @!ui.input({
    name: 'email',
    hint: 'words in code',
  })
  {{{ await $slots.main() }}}
@end`
  test('finds nothing in a view as it should be', ({ assert }) => {
    assert.deepEqual(
      VIEW_RULES.flatMap(({ rule }) => rule({ path: 'resources/views/a.edge', text: GOOD })),
      []
    )
  })
})
