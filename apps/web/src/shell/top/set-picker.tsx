import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
import { useEffect, useState } from 'react';
import { chooseFrom, EVERY } from './choose.ts';

interface SetPickerProps {
  readonly label: string;
  /** The first option, which stands for no choice. */
  readonly all: string;
  /** What the closed picker says. */
  readonly shown: string;
  readonly options: readonly (MultiselectProps.Option & { readonly value: string })[];
  /** Values; none means all. */
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** Several ticks in a row are one choice: each would start a search of its own. */
const SETTLED = 600;

export function SetPicker({ label, all, shown, options, chosen, onChoose }: SetPickerProps) {
  const [draft, setDraft] = useState<readonly string[]>();
  const current = draft ?? chosen;
  const every = { value: EVERY, label: all };

  const settle = (): void => {
    if (draft === undefined) return;
    setDraft(undefined);
    if (draft.join() !== chosen.join()) onChoose(draft);
  };
  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(settle, SETTLED);
    return () => clearTimeout(timer);
  });

  return (
    <Multiselect
      ariaLabel={label}
      placeholder={shown}
      hideTokens
      expandToViewport
      options={[every, ...options]}
      selectedOptions={
        current.length === 0 ? [every] : options.filter(({ value }) => current.includes(value))
      }
      filteringType={options.length > 8 ? 'auto' : 'none'}
      filteringPlaceholder="Find"
      onBlur={settle}
      onChange={({ detail }) => {
        const ticked = detail.selectedOptions.map((option) => option.value ?? EVERY);
        setDraft(
          chooseFrom(
            options.map(({ value }) => value),
            current,
            ticked,
          ),
        );
      }}
    />
  );
}
