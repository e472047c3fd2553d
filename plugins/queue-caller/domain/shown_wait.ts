const STEP_MINUTES = 5

/** From and to in minutes. */
type WaitRange = { readonly from: number; readonly to: number }

/**
 * What a page tells next when it last told `shown`: each end moves by at most one step, so that
 * a wait never jumps before somebody's eyes. What is known for the first time, or no longer, is
 * told as it is.
 *
 *     nextShown({ from: 10, to: 20 }, { from: 25, to: 45 })  // { from: 15, to: 25 }
 */
export function nextShown<R extends WaitRange | null>(shown: WaitRange | null, real: R) {
  if (!shown || !real) return real
  const from = oneStep(shown.from, real.from)
  return { from, to: Math.max(oneStep(shown.to, real.to), from + STEP_MINUTES) }
}

const oneStep = (shown: number, real: number): number =>
  shown + Math.max(-STEP_MINUTES, Math.min(STEP_MINUTES, real - shown))
