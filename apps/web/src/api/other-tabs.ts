import { z } from 'zod';
import { session } from './session.ts';

const Message = z.discriminatedUnion('say', [
  z.object({ say: z.literal('who is signed in?') }),
  z.object({ say: z.literal('I am'), half: z.string() }),
  z.object({ say: z.literal('signed out') }),
]);
type Message = z.infer<typeof Message>;

/** Only this origin, port included, hears the channel. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('session') : undefined;
const post = channel?.postMessage.bind(channel);
const say = (message: Message): void => post?.(message);

/** Session storage belongs to one tab; an event opened in a new one asks the others, so that its link just works. */
export function askOtherTabs(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = ({ data }: MessageEvent): void => {
      const message = Message.safeParse(data);
      if (message.success && message.data.say === 'I am') done(message.data.half);
    };
    const timer = setTimeout(() => done(undefined), 250);
    const done = (half: string | undefined): void => {
      clearTimeout(timer);
      channel?.removeEventListener('message', answer);
      resolve(half);
    };
    channel?.addEventListener('message', answer);
    say({ say: 'who is signed in?' });
  });
}

channel?.addEventListener('message', ({ data }: MessageEvent) => {
  const message = Message.safeParse(data);
  if (!message.success) return;
  if (message.data.say === 'signed out') session.lost();
  const half = session.half();
  if (message.data.say === 'who is signed in?' && half !== undefined) say({ say: 'I am', half });
});

export const tellSignedOut = (): void => say({ say: 'signed out' });
