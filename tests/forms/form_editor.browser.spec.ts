import { test } from '@japa/runner'
import { demoForms, WAYS } from '#tests/admin/browser_desk'
import type { FormField } from '#core/forms'

const CREATE = '/admin/forms/definitions/create'

test.group('The editor of forms, in a browser', (group) => {
  let desk: Awaited<ReturnType<typeof demoForms>>

  group.setup(async () => {
    desk = await demoForms(Date.parse('2026-11-24T08:00:00Z'))
    return async () => void (await desk.server.stop())
  })

  async function storedFields(name: string) {
    const [{ fields }] = await desk.server.query<{ fields: string | FormField[] }>(
      `select v.fields from forms_versions v join forms_definitions d on d.id = v.definition_id
       where d.name = ? order by v.number desc`,
      [name]
    )
    return typeof fields === 'string' ? (JSON.parse(fields) as FormField[]) : fields
  }

  for (const way of WAYS) {
    test(`questions and answers are written, moved and removed ${way.words}`, async ({
      assert,
    }) => {
      const form = await desk.owner(way)
      const { visitor } = form
      const name = `Fitting ${way.words}`
      await visitor.open(CREATE)
      await form.type('name', name)
      await form.take('questions.add')
      assert.equal(await form.news(), 'Added: Question 1.')
      assert.equal(await form.focused(), 'Question 1')
      await form.type('questions[0][label][es]', '¿Lleva lentillas?')
      await form.take('questions.add')
      assert.equal(await form.focused(), 'Question 2')
      await form.type('questions[1][label][es]', 'Motivo')

      await form.take('questions.1.up')
      assert.equal(await form.news(), 'Moved up: now Question 1 of 2.')
      assert.equal(await form.focused(), 'Move down: Question 1')
      await form.page.keyboard.press('Shift+Tab')
      assert.deepEqual(await form.faults('editor-moved'), [])

      await visitor.tabTo(form.named('questions[1][kind]'))
      await form.page.keyboard.type('Ch')
      if (way.javaScript) {
        assert.isTrue(await form.step('questions.1.options.add').isVisible())
        assert.isFalse(await form.named('questions[1][maxLength]').isVisible())
      } else {
        await form.lookAgain('questions.1.kind')
        assert.isTrue(await form.isFocused(form.again('questions.1.kind')))
      }
      for (const [at, word] of ['Sí', 'No', 'A veces'].entries()) {
        await form.take(`questions.1.options.add`)
        assert.equal(await form.focused(), `Answer ${at + 1}`)
        await form.type(`questions[1][options][${at}][label][es]`, word)
      }
      await form.take('questions.1.options.2.up')
      assert.equal(await form.focused(), 'Move up: Answer 2')
      await form.take('questions.1.options.0.remove')
      assert.equal(await form.news(), 'Removed: Answer 1. 2 left.')
      assert.equal(await form.focused(), 'Answer 1')
      assert.deepEqual(await form.faults('editor-options'), [])
      await form.save()
      assert.deepEqual(
        (await storedFields(name)).map(({ label, options }) => [
          label.es,
          options?.map((option) => option.label.es),
        ]),
        [
          ['Motivo', undefined],
          ['¿Lleva lentillas?', ['A veces', 'No']],
        ]
      )
      await form.visitor.close()
    }).timeout(90_000)
  }
})
