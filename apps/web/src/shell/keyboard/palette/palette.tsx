import { useRouter } from '@tanstack/react-router';
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { listInHand } from '../../../event-history/results/list-in-hand.ts';
import { selectedSearch } from '../../../event-history/detail/selected-text/selected-search.ts';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../../../ui/time/time-zone.tsx';
import { forPalette, overlay } from '../pressed/overlay.ts';
import type { Command } from './command.ts';
import { commandsFor, searchCommand } from './commands.ts';
import { fitting } from './match.ts';
import styles from './palette.module.css';

// ARIA's listbox with groups; HTML's own cannot show keys beside the words.
const asList = { role: 'listbox' } as const;
const asGroup = { role: 'group' } as const;
const asOption = (selected: boolean) => ({ role: 'option', 'aria-selected': selected }) as const;

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });

/** Everything that can be done, found by typing: a combobox over a list (WAI-ARIA's pattern), in a dialog. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const router = useRouter();
  const zone = useTimeZone();
  const inHand = listInHand.use();
  const [typed, setTyped] = useState(() => forPalette.read().text);
  const [active, setActive] = useState(0);
  // The selection ends when the focus comes here.
  const [selected] = useState(() => selectedSearch.get());
  const situation = useMemo(
    () => ({ router, list: inHand, zone, selected }),
    [router, inHand, zone, selected],
  );
  const all = useMemo(() => commandsFor(situation), [situation]);
  const shown = useMemo(
    () => [...fitting(all, typed), ...searchCommand(situation, typed)],
    [all, typed, situation],
  );
  const at = Math.min(active, shown.length - 1);

  // Closed first: the dialog gives the focus back, and the command may put it elsewhere.
  const run = (command: Command | undefined): void => {
    if (!command) return;
    dialog.current?.close();
    overlay.set(undefined);
    command.act();
  };
  const begin = useEffectEvent(() => {
    dialog.current?.showModal();
    const { entered } = forPalette.read();
    forPalette.clear();
    if (entered) run(shown[at]);
  });
  useEffect(() => begin(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((at + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') run(shown[at]);
    else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) dialog.current?.close();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Commands"
      onClose={() => overlay.set(undefined)}
    >
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] && `${id}-${at}`}
        placeholder="Find a command, or type a search"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.list} {...asList} id={`${id}-list`} aria-label="Commands">
        {groupsOf(shown).map(({ group, from, commands }) => (
          <div key={group} {...asGroup} aria-label={group}>
            <div className={styles.group} aria-hidden>
              {group}
            </div>
            {commands.map((command, index) => (
              <button
                key={command.id}
                type="button"
                {...asOption(from + index === at)}
                ref={from + index === at ? intoView : null}
                tabIndex={-1}
                id={`${id}-${from + index}`}
                onClick={() => run(command)}
              >
                <SafeText text={command.text} limit={160} expandable={false} />
                <span className={styles.keys} aria-hidden>
                  {command.keys?.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              </button>
            ))}
          </div>
        ))}
      </div>
      <output className={styles.none}>
        {shown.length === 0 && 'No command fits, and it cannot be read as a search.'}
      </output>
    </dialog>
  );
}

interface Group {
  readonly group: string;
  /** The first one's place among all. */
  readonly from: number;
  readonly commands: Command[];
}

function groupsOf(commands: readonly Command[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [from, command] of commands.entries()) {
    const last = groups.at(-1);
    if (last?.group === command.group) last.commands.push(command);
    else groups.push({ group: command.group, from, commands: [command] });
  }
  return groups;
}
