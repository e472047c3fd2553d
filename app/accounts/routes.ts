import type { RouteGroups } from '#core/platform'

export function routes(groups: RouteGroups): void {
  panelRoutes(groups)
  twoFactorRoutes(groups)
  const { site, account } = groups
  const signIns = () => import('#app/accounts/controllers/sign_ins_controller')
  site.get('/sign-in', [signIns, 'create'], { name: 'sign_in.create' })
  site.post('/sign-in', [signIns, 'store'], { name: 'sign_in.store' })

  const codes = () => import('#app/accounts/controllers/sign_in_codes_controller')
  site.get('/sign-in/code', [codes, 'create'], { name: 'sign_in_codes.create' })
  site.post('/sign-in/code', [codes, 'store'], { name: 'sign_in_codes.store' })

  const signOuts = () => import('#app/accounts/controllers/sign_outs_controller')
  site.post('/sign-out', [signOuts, 'store'], { name: 'sign_out.store' })

  const resets = () => import('#app/accounts/controllers/password_resets_controller')
  site.get('/password', [resets, 'create'], { name: 'password_resets.create' })
  site.post('/password', [resets, 'store'], { name: 'password_resets.store' })
  site.get('/password/sent', [resets, 'sent'], { name: 'password_resets.sent' })

  const passwords = () => import('#app/accounts/controllers/new_passwords_controller')
  site.get('/password/changed', [passwords, 'changed'], { name: 'new_passwords.changed' })
  const secret = true
  site.get('/password/:token', [passwords, 'edit'], { name: 'new_passwords.edit', secret })
  site.post('/password/:token', [passwords, 'update'], { name: 'new_passwords.update', secret })

  const registrations = () => import('#app/accounts/controllers/registrations_controller')
  site.get('/register', [registrations, 'create'], { name: 'registrations.create' })
  site.post('/register', [registrations, 'store'], { name: 'registrations.store' })
  site.get('/register/sent', [registrations, 'sent'], { name: 'registrations.sent' })

  const links = () => import('#app/accounts/controllers/registration_links_controller')
  site.get('/register/:token', [links, 'edit'], { name: 'registration_links.edit', secret })
  site.post('/register/:token', [links, 'update'], { name: 'registration_links.update', secret })

  const invitations = () => import('#app/accounts/controllers/invitations_controller')
  site.get('/invitation/:token', [invitations, 'edit'], { name: 'invitations.edit', secret })
  site.post('/invitation/:token', [invitations, 'update'], { name: 'invitations.update', secret })

  const firstRuns = () => import('#app/accounts/controllers/first_runs_controller')
  site.get('/first-run/:token', [firstRuns, 'create'], { name: 'first_run.create', secret })
  site.post('/first-run/:token', [firstRuns, 'store'], { name: 'first_run.store', secret })

  const accounts = () => import('#app/accounts/controllers/accounts_controller')
  account.get('/', [accounts, 'show'], { name: 'account.show' })

  const sessions = () => import('#app/accounts/controllers/sessions_controller')
  account.get('/security', [sessions, 'index'], { name: 'security.show' })
  account.post('/sessions/end-others', [sessions, 'update'], { name: 'sessions.update' })
  account.post('/sessions/:id/end', [sessions, 'destroy'], { name: 'sessions.destroy' })

  const times = () => import('#app/accounts/controllers/session_times_controller')
  account.get('/session', [times, 'show'], { name: 'session_times.show' })
  account.post('/session', [times, 'update'], { name: 'session_times.update' })

  const profiles = () => import('#app/accounts/controllers/profiles_controller')
  account.get('/profile', [profiles, 'edit'], { name: 'profile.edit' })
  account.post('/profile', [profiles, 'update'], { name: 'profile.update' })

  const languages = () => import('#app/accounts/controllers/languages_controller')
  account.post('/language', [languages, 'store'], { name: 'languages.store' })

  const emailChanges = () => import('#app/accounts/controllers/email_changes_controller')
  account.get('/profile/email', [emailChanges, 'create'], { name: 'email_changes.create' })
  account.post('/profile/email', [emailChanges, 'store'], { name: 'email_changes.store' })

  const emailLinks = () => import('#app/accounts/controllers/email_links_controller')
  account.get('/profile/email/:token', [emailLinks, 'edit'], { name: 'email_links.edit', secret })
  account.post('/profile/email/:token', [emailLinks, 'update'], {
    name: 'email_links.update',
    secret,
  })

  const ownPasswords = () => import('#app/accounts/controllers/own_passwords_controller')
  account.post('/security/password', [ownPasswords, 'update'], { name: 'own_password.update' })

  const departures = () => import('#app/accounts/controllers/departures_controller')
  account.get('/leave', [departures, 'create'], { name: 'departures.create' })
  account.post('/leave', [departures, 'store'], { name: 'departures.store' })
  site.get('/left', [departures, 'done'], { name: 'departures.done' })
}

/** The second step of one's own sign-in; open to customers too, who may want one. */
function twoFactorRoutes({ account }: RouteGroups): void {
  const confirmations = () => import('#app/accounts/controllers/confirmations_controller')
  account.get('/confirm', [confirmations, 'create'], { name: 'confirmations.create' })
  account.post('/confirm', [confirmations, 'store'], { name: 'confirmations.store' })

  const guarded = { fresh: true, firstRun: 'second_factor' } as const
  const factors = () => import('#app/accounts/controllers/two_factors_controller')
  account.get('/security/two-factor', [factors, 'show'], { name: 'two_factor.show', ...guarded })
  account.post('/security/two-factor', [factors, 'store'], { name: 'two_factor.store', ...guarded })
  account.post('/security/two-factor/confirm', [factors, 'update'], {
    name: 'two_factor.update',
    ...guarded,
  })
  account.post('/security/two-factor/off', [factors, 'destroy'], { name: 'two_factor.destroy' })

  const codes = () => import('#app/accounts/controllers/recovery_codes_controller')
  account.post('/security/recovery-codes', [codes, 'store'], { name: 'recovery_codes.store' })
}

/** What everybody who may open the panel has there for themselves. */
function panelRoutes({ staff }: RouteGroups): void {
  const permission = 'admin.view'
  const settings = () => import('#app/accounts/controllers/own_settings_controller')
  staff.get('/me', [settings, 'edit'], { name: 'own_settings.edit', permission })
  staff.post('/me', [settings, 'update'], { name: 'own_settings.update', permission })

  const singleKeys = () => import('#app/accounts/controllers/single_keys_controller')
  const looks = () => import('#app/accounts/controllers/looks_controller')
  staff.post('/me/keys', [singleKeys, 'store'], { name: 'single_keys.store', permission })
  staff.post('/me/looks', [looks, 'store'], { name: 'looks.store', permission })

  const sessions = () => import('#app/accounts/controllers/own_sessions_controller')
  const end = { name: 'own_sessions.destroy', permission }
  staff.post('/me/sessions/:id/end', [sessions, 'destroy'], end)
}
