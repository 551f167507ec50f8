import { useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { act } from './pressed/act.ts';
import { keysPreference } from './keys-preference.ts';
import { giveUp, isOpen } from './pressed/on-its-way.ts';
import { overlay } from './pressed/overlay.ts';
import { keyReader } from './pressed/press.ts';
import { lazily } from '../../ui/loading/lazily.ts';

const Sheet = lazily(() => import('./key-sheet.tsx').then((part) => part.KeySheet), giveUp);
const Palette = lazily(() => import('./palette/palette.tsx').then((part) => part.Palette), giveUp);

/** Where keys are text, or belong to what is open; an editor in a shadow root says so on its host. */
const typing =
  'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true],[data-typing]';
const open = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox],dialog';

/**
 * Listens for the console's keys; what they open is loaded when it is asked for.
 * @param takeOver gives what was pressed before there was anybody to listen
 */
export function Listening({ takeOver }: { readonly takeOver: () => readonly KeyboardEvent[] }) {
  const router = useRouter();
  const shown = overlay.use();
  useEffect(() => {
    const read = keyReader();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented) hear(event);
    };
    const hear = (event: KeyboardEvent): void => {
      if (event.isComposing || !(event.target instanceof Element)) return;
      const press = read(event, event.timeStamp);
      // What is on its way to being open takes the keys already.
      if (press === undefined || overlay.get() !== undefined || isOpen()) return;
      if (press !== 'palette') {
        if (keysPreference.read() === 'off' && press !== 'sheet') return;
        if (event.target.closest(`${typing},${open}`)) return;
      }
      event.preventDefault();
      if (press === 'palette' || press === 'sheet') overlay.set(press);
      else if (press !== 'begun') act(press, router);
    };
    document.addEventListener('keydown', onKeyDown);
    for (const event of takeOver()) hear(event);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router, takeOver]);
  return <Suspense>{shown === 'sheet' ? <Sheet /> : shown && <Palette />}</Suspense>;
}
