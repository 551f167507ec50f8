/** Holds the place until the list is there. */
export function EventHistoryPage() {
  return <p>Event history</p>;
}
