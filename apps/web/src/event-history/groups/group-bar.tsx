import Button from '@cloudscape-design/components/button';
import { FieldChoice } from './field-choice.tsx';
import styles from './groups.module.css';

interface Props {
  readonly by: readonly string[];
  readonly onChange: (by: readonly string[]) => void;
  readonly onLeave: () => void;
}

/** What the events are grouped by, and the way back to the list. */
export function GroupBar({ by, onChange, onLeave }: Props) {
  const [first = '', second] = by;
  return (
    <div className={styles.bar}>
      <FieldChoice
        label="Group by"
        placeholder="Field or path"
        field={first}
        required
        onChoose={(field) =>
          onChange([
            ...(field === undefined ? [] : [field]),
            ...by.slice(1).filter((other) => other !== field),
          ])
        }
      />
      <FieldChoice
        label="Then by"
        placeholder="Then by a field or path"
        field={second}
        without={first}
        onChoose={(field) =>
          onChange(field === undefined || field === first ? [first] : [first, field])
        }
      />
      <Button onClick={onLeave}>Show the list</Button>
    </div>
  );
}
