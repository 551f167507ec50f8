import type { SampleEvent, SampleOptions } from '../samples.types.ts';
import { draw } from './random.ts';
import type { Sample } from './record.ts';
import { hourMs, type Story } from './rhythm.ts';
import { fixedEvents, stories } from './stories/all.ts';

/** No story lasts longer than this; what it would still tell later is left out. */
const longestStory = 12;
/** Hours kept: enough that asking for the newest events every second tells nothing twice. */
const keptHours = 40;

const between =
  (from: number, to: number) =>
  (event: Sample): boolean =>
    event.time > from && event.time <= to;

export function timeline(options: SampleOptions): (from: number, to: number) => SampleEvent[] {
  const told = stories(options.now);
  const fixed = fixedEvents(options.now, options.seed);
  const hours = new Map<number, readonly Sample[]>();

  function starts(story: Story, hour: number): number[] {
    const { seed, now } = options;
    const planned = story.rhythm(hour, draw(seed, story.name, hour), 1);
    if (story.haste === 1 || (hour + 1) * hourMs <= now) return planned;
    const hasty = story.rhythm(hour, draw(seed, story.name, hour, 'now'), story.haste);
    return [...planned.filter((at) => at <= now), ...hasty.filter((at) => at > now)];
  }

  const tell = (story: Story, start: number): Sample[] =>
    story
      .tell(start, draw(options.seed, story.name, start))
      .filter((event) => event.time < (Math.floor(start / hourMs) + longestStory) * hourMs);

  const tellHour = (hour: number): Sample[] =>
    told.flatMap((story) => starts(story, hour).flatMap((start) => tell(story, start)));

  function hourOf(hour: number): readonly Sample[] {
    const known = hours.get(hour);
    if (known) return known;
    const events = tellHour(hour);
    hours.set(hour, events);
    for (const oldest of hours.keys()) {
      if (hours.size <= keptHours) break;
      hours.delete(oldest);
    }
    return events;
  }

  return (from, to) => {
    const inside = between(from, to);
    const found = fixed.filter(inside);
    const last = Math.floor(to / hourMs);
    for (let hour = Math.floor(from / hourMs) - longestStory; hour <= last; hour++) {
      for (const event of hourOf(hour)) if (inside(event)) found.push(event);
    }
    return found.map(({ account, text }) => ({ account, text }));
  };
}
