/** Holds the place until the event is there. */
export function EventPage() {
  return <p>Event</p>;
}
