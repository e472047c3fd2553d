/** Whether the browser lets this page play without a click; asked so that it does not complain. */
export async function mayPlay(address: string | undefined): Promise<boolean> {
  if (address === undefined) return false
  const audio = new Audio(address)
  audio.volume = 0
  return audio.play().then(
    () => true,
    () => false
  )
}
