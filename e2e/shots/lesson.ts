/** The lesson's RunInstances among the samples: yesterday, 17:50:24 UTC. */
const account = '629470242021';
const region = 'us-east-2';
const eventId = 'e2f69382-7637-4deb-83ed-e6ee31cac1c4';

const time = (now: Date): string =>
  `${new Date(now.getTime() - 24 * 3_600_000).toISOString().slice(0, 10)}T17:50:24Z`;

export const lesson = {
  /** The arrival list with that event open: the address's part after the question mark. */
  search: (now: Date): string =>
    new URLSearchParams({ event: [account, region, eventId, time(now)].join(':') }).toString(),
  /** The event's own page. */
  path: (now: Date): string =>
    `/events/${account}/${region}/${eventId}?${new URLSearchParams({ time: time(now) }).toString()}`,
};
