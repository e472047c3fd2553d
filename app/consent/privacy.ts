import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** Who asks for consent must be able to show that it was given. */
const proof: PersonalRule = {
  purpose: 'accountability',
  basis: 'legal_obligation',
  retention: { months: 24 },
  export: true,
  erase: 'keep',
  because: 'GDPR article 7 (1): the controller must be able to show that consent was given',
}

/** The choices of visitors lead to nobody: their proof stands only in the visitor's own cookie. */
export default dataMap({
  consent_choices: notPersonal('id', 'proof', 'version', 'locale', 'asked', 'agreed', 'at'),
  consent_account_choices: {
    ...notPersonal('id', 'user_id'),
    ...personal(proof, 'proof', 'version', 'locale', 'asked', 'agreed', 'at'),
  },
})
