import { test } from '@japa/runner'
import { isPartName } from '#app/web/domain/part_name'

test.group('Names of multipart parts', () => {
  test('those of our forms pass')
    .with([
      ...['', 'logo', '_csrf', 'first_name', 'answers[cv]', 'answers[cv_held][]', 'plan_held[3]'],
      ...['name[it]', 'questions[12][options][0][label][pl]', 'answers.cv', 'sort', 'values'],
    ])
    .run(({ assert }, name) => assert.isTrue(isPartName(name)))

  test('those that reach into objects and lists, or grow beyond measure, do not')
    .with([
      ...['toString', '__proto__', 'constructor[prototype][x]', 'a[length]', 'a.hasOwnProperty'],
      ...['toString[]', 'a[99999]', 'a[4294967294]', 'a[b]'.repeat(200), 'a' + '[b]'.repeat(9)],
    ])
    .run(({ assert }, name) => assert.isFalse(isPartName(name)))
})
