import { test } from '@japa/runner'
import { contentSecurityPolicy } from '#app/web/domain/content_security_policy'
import { visitor } from '#tests/web/visitor'

test.group('The gallery of components', () => {
  test('shows a mail in a frame that alone allows inline styles', async ({ assert }) => {
    const page = await visitor().get('/dev/ui/mail')
    assert.equal(page.headers.get('content-security-policy'), contentSecurityPolicy())
    const [, src] = /<iframe[^>]+src="([^"]+)" sandbox="allow-popups/.exec(page.text)!
    const mail = await visitor().get(src)
    assert.include(mail.text, 'AA042')
    const policy = mail.headers.get('content-security-policy')!
    assert.include(policy, "style-src 'unsafe-inline'")
    assert.include(policy, "frame-ancestors 'self'")
    assert.include(policy, 'sandbox')
    assert.notInclude(policy, 'script-src')
    assert.equal(mail.headers.get('x-frame-options'), 'SAMEORIGIN')
  })
})
