/** What must hold of all stored reservations at any time, said in SQL and independent of the actions. */
export const VIOLATIONS: Record<string, string> = {
  'two active allocations overlap on one place': `
    select a.id from scheduling_allocations a join scheduling_allocations b
      on a.resource_id = b.resource_id and a.seat = b.seat and a.id < b.id
    where a.active and b.active and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  'an allocation uses a seat that its resource does not have': `
    select a.id from scheduling_allocations a join scheduling_resources r on r.id = a.resource_id
    where a.active and a.seat >= r.units`,
  'a reservation has a place beyond the capacity of its session': `
    select r.id from scheduling_reservations r join scheduling_sessions s on s.id = r.session_id
    where r.state in ('held', 'pending', 'confirmed') and r.place >= s.capacity`,
  'two reservations share a place of a session': `
    select session_id from scheduling_reservations where state in ('held', 'pending', 'confirmed')
    group by session_id, place having count(*) > 1`,
  'a session and its reservations disagree on the time': `
    select r.id from scheduling_reservations r join scheduling_sessions s on s.id = r.session_id
    where r.state in ('held', 'pending', 'confirmed')
      and (r.starts_at <> s.starts_at or r.ends_at <> s.ends_at or not s.active)`,
  'a session is active without anybody in it': `
    select s.id from scheduling_sessions s where s.active and not exists (
      select 1 from scheduling_reservations r
      where r.session_id = s.id and r.state in ('held', 'pending', 'confirmed'))`,
  'a session that takes place occupies nothing': `
    select s.id from scheduling_sessions s where s.active and not exists (
      select 1 from scheduling_allocations a where a.session_id = s.id and a.active)`,
  'an allocation is active without its session, or at another time': `
    select a.id from scheduling_allocations a join scheduling_sessions s on s.id = a.session_id
    where a.active and (not s.active or a.starts_at > s.starts_at or a.ends_at < s.ends_at)`,
  'a confirmed reservation has no number, or one that waits has one': `
    select id from scheduling_reservations
    where (state = 'confirmed' and number is null)
      or (state in ('held', 'pending') and number is not null)`,
  'two reservations have one number on a day': `
    select day from scheduling_reservations where number is not null
    group by location_id, day, number having count(*) > 1`,
}
