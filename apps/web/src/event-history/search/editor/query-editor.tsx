import { isolateHistory } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import FormField from '@cloudscape-design/components/form-field';
import type { Asked } from '@trailglass/api';
import type { FilterProblem } from '@trailglass/query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import styles from './query-editor.module.css';
import { openEditor } from './open-editor.ts';
import { faultWords } from './fault-words.ts';
import { RecordMembers } from '../values/record-members.ts';
import { ValueCounts } from '../values/value-counts.ts';

interface Props {
  /** With \n as line ends. */
  readonly text: string;
  /** The text is what was written here; by the time it is heard of, whoever types fast is further. */
  readonly written: boolean;
  readonly problem: FilterProblem | undefined;
  /** Why it is shown as text, where tokens were wanted. */
  readonly note: string | undefined;
  /** It is not what the list shows. */
  readonly waits: boolean;
  /** Which events values are counted in. */
  readonly asked: Asked | undefined;
  /** Whoever has just chosen to write goes on by writing: single keys would be the page's shortcuts. */
  readonly takesFocus: boolean;
  readonly onText: (text: string) => void;
  readonly onRun: (text: string) => void;
}

/** How long a mistake may stand while it is being typed, ms. */
const PATIENCE = 600;

/** The filter as text: coloured, completed, and told where it is wrong and why. */
export function QueryEditor({
  text,
  written,
  problem,
  note,
  waits,
  asked,
  takesFocus,
  onText,
  onRun,
}: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const [failure, setFailure] = useState<string>();
  const [settled, settle] = useState(text);
  const [choosing, setChoosing] = useState(false);
  // What is being chosen is not finished; how it would be wrong as it stands helps nobody.
  const fault = settled === text && !choosing ? problem : undefined;

  const replacing = useRef(false);

  const heard = useEffectEvent((next: string) => {
    if (!replacing.current) onText(next);
  });
  const run = useEffectEvent((now: string) => {
    if (problem && now === text) settle(text);
    else onRun(now);
  });
  const about = useEffectEvent(() => asked);
  const start = useEffectEvent(() => ({ text, focus: takesFocus }));

  useEffect(() => {
    const place = host.current;
    if (!place) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open', delegatesFocus: true });
    const { text: first, focus } = start();
    const opened = openEditor(root, {
      text: first,
      counts: new ValueCounts(() => about()),
      members: new RecordMembers(() => about()),
      onText: (next) => heard(next),
      onRun: (now) => run(now),
      onChoosing: setChoosing,
      onFailure: (told) => setFailure(told?.title),
    });
    view.current = opened;
    if (focus) {
      opened.dispatch({ selection: { anchor: first.length } });
      opened.focus();
    }
    return () => opened.destroy();
  }, []);

  // Another filter from outside (a link, a value's menu) replaces what was being typed; undo brings that back.
  useEffect(() => {
    const { current } = view;
    if (!current || written || current.state.doc.toString() === text) return;
    replacing.current = true;
    current.dispatch({
      changes: { from: 0, to: current.state.doc.length, insert: text },
      selection: { anchor: text.length },
      annotations: isolateHistory.of('full'),
    });
    replacing.current = false;
  }, [text, written]);

  useEffect(() => {
    const timer = setTimeout(() => settle(text), PATIENCE);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    const { current } = view;
    if (!current) return;
    const { length } = current.state.doc;
    const wrong = fault
      ? [
          {
            from: Math.min(fault.from, length),
            to: Math.min(fault.to, length),
            severity: 'error' as const,
            message: fault.reason,
          },
        ]
      : [];
    current.dispatch(setDiagnostics(current.state, wrong));
  }, [fault]);

  return (
    <FormField
      stretch
      errorText={fault && faultWords(text, fault)}
      // One line below, whichever it is, so that nothing jumps while one types.
      constraintText={fault ? undefined : hint({ failure, waits, note })}
    >
      <div ref={host} className={styles.editor} data-typing data-invalid={fault !== undefined} />
    </FormField>
  );
}

interface Situation {
  readonly failure: string | undefined;
  readonly waits: boolean;
  readonly note: string | undefined;
}

function hint({ failure, waits, note }: Situation): string {
  if (failure !== undefined) return `Values could not be counted: ${failure}.`;
  if (waits) return 'Not run yet: Enter runs it. Shift Enter starts a new line.';
  return note ?? 'Enter runs it. ↓ offers fields, operators and values.';
}
