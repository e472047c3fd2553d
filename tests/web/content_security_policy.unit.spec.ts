import { test } from '@japa/runner'
import { contentSecurityPolicy } from '#app/web/domain/content_security_policy'
import { securityHeaders } from '#app/web/security_headers'

test.group('Content security policy', () => {
  test('nothing inline, nothing from elsewhere, no frames', ({ assert }) => {
    const policy = contentSecurityPolicy()
    assert.match(policy, /^default-src 'none'; /)
    assert.include(policy, "frame-ancestors 'none'")
    for (const open of ['unsafe-inline', 'unsafe-eval', '*', 'https:', 'blob:']) {
      assert.notInclude(policy, open)
    }
  })

  test('B1 pages may be framed by the hosts that the operator named', ({ assert }) => {
    const policy = contentSecurityPolicy(['www.example.org', 'city.example:8080'])
    assert.match(
      policy,
      /frame-ancestors https:\/\/www\.example\.org http:\/\/www\.example\.org https:\/\/city\.example:8080 http:\/\/city\.example:8080$/
    )
  })

  test('a host that would open the policy is left out', ({ assert }) => {
    const hostile = ['*', "a.example; script-src 'unsafe-inline'", 'https://x', '', 'a b', '-a']
    assert.include(contentSecurityPolicy(hostile), "frame-ancestors 'none'")
  })

  test('HSTS follows the scheme of APP_URL', ({ assert }) => {
    assert.notProperty(securityHeaders(false), 'Strict-Transport-Security')
    const { 'Strict-Transport-Security': hsts } = securityHeaders(true)
    assert.equal(hsts, 'max-age=31536000; includeSubDomains')
  })
})
