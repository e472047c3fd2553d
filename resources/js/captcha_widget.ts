import 'altcha/altcha.css'
import 'altcha/external'
import type { AltchaWidgetElement } from 'altcha/types/generic'
import Pbkdf2Worker from 'altcha/workers/pbkdf2?worker'

/** Words of the widget by the name that `captchaFields` gives the language. */
const LANGUAGES: Record<string, () => Promise<unknown>> = {
  'es-es': () => import('altcha/i18n/es-es'),
  'pt-pt': () => import('altcha/i18n/pt-pt'),
  en: () => import('altcha/i18n/en'),
  'fr-fr': () => import('altcha/i18n/fr-fr'),
  it: () => import('altcha/i18n/it'),
  ca: () => import('altcha/i18n/ca'),
  de: () => import('altcha/i18n/de'),
  pl: () => import('altcha/i18n/pl'),
}

$altcha.algorithms.set('PBKDF2/SHA-256', () => new Pbkdf2Worker())
$altcha.defaults.set({
  // It begins when the first field is reached and is done before the last one is filled in.
  auto: 'onfocus',
  type: 'native',
  hideFooter: true,
  hideLogo: true,
  minDuration: 300,
  // It would collect how the pointer moves; nobody here wants to know.
  humanInteractionSignature: false,
})

/** Loads the words of the first widget on the page, in the language of the page. */
export async function speakLanguageOf(root: ParentNode): Promise<void> {
  const language = root.querySelector('altcha-widget')?.getAttribute('language')
  await LANGUAGES[language ?? 'en']?.()
}

/** A form sent before the work is done waits for it instead of being taken for one without scripts. */
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement
    const widget = form.querySelector<AltchaWidgetElement>('altcha-widget')
    if (!widget || widget.getState() === 'verified' || form.dataset.captcha === 'failed') return
    event.preventDefault()
    event.stopImmediatePropagation()
    void finish(widget, form, event.submitter)
  },
  { capture: true }
)

async function finish(
  widget: AltchaWidgetElement,
  form: HTMLFormElement,
  submitter: HTMLElement | null
) {
  const verified = await verification(widget)
  // Whatever went wrong, the server decides; its page says what to do.
  if (!verified) form.dataset.captcha = 'failed'
  form.requestSubmit(submitter)
}

/** Starts the work, or waits for the one that runs. */
function verification(widget: AltchaWidgetElement): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (event: Event) => {
      const { state } = (event as CustomEvent<{ state: string }>).detail
      if (state === 'verifying') return
      widget.removeEventListener('statechange', settle)
      // The hidden field is written in the task after the state has changed.
      setTimeout(() => resolve(state === 'verified'))
    }
    widget.addEventListener('statechange', settle)
    if (widget.getState() !== 'verifying') void widget.verify()
  })
}
