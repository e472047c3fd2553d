type Flight<T> = { reading: Promise<T>; next: Promise<T> | null }

/**
 * Lets all who ask the same at once share one reading. Whoever comes while one is on its way gets
 * the one after it: what is answered was never read before it was asked for.
 */
export function readTogether<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const flights = new Map<K, Flight<T>>()

  function begin(key: K): Promise<T> {
    const flight: Flight<T> = { reading: read(key), next: null }
    flights.set(key, flight)
    const end = () => {
      if (flight.next === null) flights.delete(key)
    }
    flight.reading.then(end, end)
    return flight.reading
  }

  return (key) => {
    const flight = flights.get(key)
    if (!flight) return begin(key)
    flight.next ??= flight.reading.then(
      () => begin(key),
      () => begin(key)
    )
    return flight.next
  }
}
