/** Loads the widget, some 35 KB, only on pages whose form asks for it. */
function loadWhereNeeded() {
  if (document.querySelector('altcha-widget')) void import('./captcha_widget.js')
}

export default function register() {
  loadWhereNeeded()
  document.addEventListener('ajax:merged', loadWhereNeeded)
}
