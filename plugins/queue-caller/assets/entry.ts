import Alpine from 'alpinejs'
import registerScreen from './screen.js'

registerScreen(Alpine)
