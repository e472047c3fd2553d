/** Loads the widget, some 35 KB, only on pages whose form asks for it. */
async function loadWhereNeeded() {
  if (!document.querySelector('altcha-widget')) return
  const { speakLanguageOf } = await import('./captcha_widget.js')
  await speakLanguageOf(document)
}

export default function register() {
  void loadWhereNeeded()
  document.addEventListener('ajax:merged', () => void loadWhereNeeded())
}
