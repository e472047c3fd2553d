/** How a screen is laid out: one line, many lines, upright, or the display above one counter. */
export const SCREEN_PRESETS = ['line', 'lines', 'portrait', 'counter'] as const
export type ScreenPreset = (typeof SCREEN_PRESETS)[number]

/** Kind of the devices that show a screen. */
export const SCREEN_DEVICE = 'queue-caller.screen'
