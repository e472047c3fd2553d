import Alpine from 'alpinejs'
import registerKiosk from './kiosk.js'
import registerPhone from './phone.js'
import registerPrint from './print.js'
import registerScreen from './screen.js'

registerKiosk(Alpine)
registerPhone(Alpine)
registerPrint(Alpine)
registerScreen(Alpine)
