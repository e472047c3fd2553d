import { test } from '@japa/runner'
import { textPart } from '#app/messaging/domain/text_part'

test.group('Text part of a mail', () => {
  test('keeps headings, paragraphs and lines apart', ({ assert }) => {
    const html = `<html><head><title>No</title><style>p{}</style></head><body>
      <h1>Your  appointment</h1><p>Tuesday,<br>09:30</p><p>Via Roma 1</p></body></html>`
    assert.equal(textPart(html), 'Your appointment\n\nTuesday,\n09:30\n\nVia Roma 1\n')
  })

  test('spells out links', ({ assert }) => {
    const html = `<p><a class="button" href="https://desk.example/b?a=1&amp;b=2"><b>Change</b> it</a></p>
      <p><a href="mailto:desk@example.org">desk@example.org</a></p>`
    assert.equal(textPart(html), 'Change it: https://desk.example/b?a=1&b=2\n\ndesk@example.org\n')
  })

  test('gives list items a dash and table rows a line', ({ assert }) => {
    const html = `<ul><li>identity card</li><li>health card</li></ul>
      <table><tr><th>Number</th><td>AA042</td></tr><tr><th>Place</th><td>Cabin 2</td></tr></table>`
    assert.equal(textPart(html), '- identity card\n- health card\n\nNumber AA042\nPlace Cabin 2\n')
  })

  test('leaves out the preheader', ({ assert }) => {
    const html = '<div style="display:none;opacity:0">Your number is AA042</div><p>Hello</p>'
    assert.equal(textPart(html), 'Hello\n')
  })

  test('shows what a customer typed as they typed it', ({ assert }) => {
    const html = '<p>&lt;b&gt;Anna&lt;/b&gt; &amp; l&#39;Òttica &#x2014; &amp;lt;</p>'
    assert.equal(textPart(html), "<b>Anna</b> & l'Òttica — &lt;\n")
  })
})
